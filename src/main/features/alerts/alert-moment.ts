import type { SettingsService } from '#main/features/settings/index';
import { addDays, dayOf } from '#shared/kernel/time';
import type { AlertMoment } from './due-alerts';

/** What alerts depend on besides stock; null before the store is set up, when there are none. */
export function alertMoment(settings: SettingsService, now: number): AlertMoment | null {
  if (!settings.ready) return null;
  const { timeZone, nearExpiryDays } = settings.current;
  const today = dayOf(now, timeZone);
  return { now, today, nearUntil: addDays(today, nearExpiryDays) };
}
