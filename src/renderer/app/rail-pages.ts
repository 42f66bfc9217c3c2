import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMay } from '../lib/session';
import { type Workplace, workplaces } from './workplaces';

/** The workplaces that the person signed in has, each with the pages they may see. */
export function useWorkplaces(): Workplace[] {
  const may = useMay();
  const { routesById } = useRouter();
  return useMemo(() => {
    const stands = new Set(
      Object.values(routesById).flatMap(({ fullPath, options }) => (options.component ? [fullPath] : [])),
    );
    return workplaces
      .map((workplace) => ({
        ...workplace,
        pages: workplace.pages.filter(
          ({ to, needs }) => stands.has(to) && needs.some((permission) => may(permission) !== 'no'),
        ),
      }))
      .filter(({ pages }) => pages.length > 0);
  }, [may, routesById]);
}
