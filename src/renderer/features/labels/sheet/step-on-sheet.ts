import { type LabelLayout, labelsAPage } from '#shared/kernel/label-sheets';

/** The position a key moves to on a sheet; null for a key that does not move. */
export function stepOnSheet(key: string, place: number, layout: LabelLayout): number | null {
  const last = labelsAPage(layout) - 1;
  const steps: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place - layout.columns,
    ArrowDown: place + layout.columns,
    Home: 0,
    End: last,
  };
  const next = steps[key];
  if (next === undefined) return null;
  return next < 0 || next > last ? place : next;
}
