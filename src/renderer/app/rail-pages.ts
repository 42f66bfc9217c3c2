import { useMemo } from 'react';
import { useMay } from '#renderer/lib/session';
import type { Permission } from '#shared/contract/common';
import { type Workplace, workplaces } from './workplaces';

/** The workplaces that the person signed in has, each with the pages they may see. */
export function useWorkplaces(): Workplace[] {
  const may = useMay();
  return useMemo(() => {
    const mayOne = (needs: readonly Permission[]) => needs.some((permission) => may(permission) !== 'no');
    return workplaces
      .filter(({ needs }) => mayOne(needs))
      .map((workplace) => ({ ...workplace, pages: workplace.pages.filter(({ needs }) => mayOne(needs)) }));
  }, [may]);
}

/** Whether an address is that of a page which is not among these: one that belongs to other roles. */
export function isForOthers(pathname: string, mine: readonly Workplace[]): boolean {
  const stands = (all: readonly Workplace[]) =>
    all.some(({ pages }) => pages.some(({ to }) => to === pathname));
  return stands(workplaces) && !stands(mine);
}
