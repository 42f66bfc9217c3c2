import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/settings';
import { validateScaleLayout } from '#shared/kernel/scale-label';
import { isTimeZone } from '#shared/kernel/time';

interface Issue {
  field: string;
  message: string;
}

/** The checks of settings that depend on this machine: whether it supports the zone, locale and currency. */
export function assertSound(change: Partial<Settings>): void {
  const issues = [...issuesOfPlace(change), ...issuesOfLayouts(change.scaleLayouts ?? [])];
  if (issues.length > 0) throw refuse('INPUT_INVALID', { issues });
}

/** Which of the time zone, locale and currency this machine does not support, as messages. */
export function unknownHere({ timeZone, locale, currency }: Partial<Settings>) {
  const checks = [
    { field: 'timeZone', what: 'time zone', value: timeZone, isKnown: isTimeZone },
    { field: 'locale', what: 'locale', value: locale, isKnown: isLocale },
    { field: 'currency', what: 'currency', value: currency, isKnown: isCurrency },
  ];
  return checks.flatMap(({ field, what, value, isKnown }) =>
    value === undefined || isKnown(value) ? [] : [{ field, what, value }],
  );
}

function issuesOfPlace(change: Partial<Settings>): Issue[] {
  return unknownHere(change).map(({ field }) => ({ field, message: 'unknown' }));
}

function issuesOfLayouts(layouts: Settings['scaleLayouts']): Issue[] {
  return layouts.flatMap((layout, index) => {
    const problem = validateScaleLayout(layout);
    return problem === null ? [] : [{ field: `scaleLayouts.${index}`, message: problem }];
  });
}

function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name).length === 1;
  } catch {
    return false;
  }
}

const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);
