import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Permission } from '#shared/contract/common';
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
    const mayOne = (needs: readonly Permission[]) => needs.some((permission) => may(permission) !== 'no');
    return workplaces
      .filter(({ needs }) => mayOne(needs))
      .map((workplace) => ({
        ...workplace,
        pages: workplace.pages.filter(({ to, needs }) => stands.has(to) && mayOne(needs)),
      }))
      .filter(({ pages }) => pages.length > 0);
  }, [may, routesById]);
}
