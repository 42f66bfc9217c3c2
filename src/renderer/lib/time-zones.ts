import { timeZoneLabel } from './code-names';

/**
 * The time zones to choose from: those of the operating system, UTC, which the system omits, and the current one,
 * which may have an older name.
 */
export function timeZoneChoices(current: string): Array<{ value: string; label: string }> {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current].filter(Boolean));
  return [...zones].toSorted().map((zone) => ({ value: zone, label: timeZoneLabel(zone) }));
}
