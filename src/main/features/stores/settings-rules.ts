import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/stores';
import { validateScaleLayout } from '#shared/kernel/scale-label';
import { isTimeZone } from '#shared/kernel/time';

interface Issue {
  field: string;
  message: string;
}

/** What only this machine can say of settings: whether it knows the zone, the locale and the currency. */
export function mustBeSound(change: Partial<Settings>): void {
  const issues = [...issuesOfPlace(change), ...issuesOfLayouts(change.scaleLayouts ?? [])];
  if (issues.length > 0) throw refuse('INPUT_INVALID', { issues });
}

function issuesOfPlace({ timeZone, locale, currency }: Partial<Settings>): Issue[] {
  const issues: Issue[] = [];
  if (timeZone !== undefined && !isTimeZone(timeZone)) issues.push({ field: 'timeZone', message: 'unknown' });
  if (locale !== undefined && !isLocale(locale)) issues.push({ field: 'locale', message: 'unknown' });
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency)) {
    issues.push({ field: 'currency', message: 'unknown' });
  }
  return issues;
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
