/**
 * The time zones to choose from: those of the operating system and UTC, which it leaves out, and the one in use, which may
 * have an older name.
 */
export function timeZoneChoices(current: string): Array<{ value: string; label: string }> {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current].filter(Boolean));
  return [...zones].toSorted().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
