import { useMemo } from 'react';
import { useMay } from '#renderer/lib/session';
import type { Permission } from '#shared/contract/common';
import { type Workplace, workplaces } from './workplaces';

/** The signed-in person's workplaces, each with the pages they may see. */
export function useWorkplaces(): Workplace[] {
  const may = useMay();
  return useMemo(() => {
    const mayOne = (needs: readonly Permission[]) => needs.some((permission) => may(permission) !== 'no');
    return workplaces
      .filter(({ needs }) => mayOne(needs))
      .map((workplace) => ({ ...workplace, pages: workplace.pages.filter(({ needs }) => mayOne(needs)) }));
  }, [may]);
}

/** Whether an address belongs to a page that only other roles may see. */
export function isForOthers(pathname: string, mine: readonly Workplace[]): boolean {
  const stands = (all: readonly Workplace[]) =>
    all.some(({ pages }) => pages.some(({ to }) => to === pathname));
  return stands(workplaces) && !stands(mine);
}
