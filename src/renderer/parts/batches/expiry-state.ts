import { addDays } from '#shared/kernel/time';

type ExpiryState = 'never' | 'good' | 'near' | 'expired';

/**
 * How goods stand that are good until the end of a day (YYYY-MM-DD; null: for ever), seen today by a store that
 * calls them near expiry so many days before.
 */
export function expiryState(expiresOn: string | null, today: string, nearExpiryDays: number): ExpiryState {
  if (expiresOn === null) return 'never';
  if (expiresOn < today) return 'expired';
  return expiresOn <= addDays(today, nearExpiryDays) ? 'near' : 'good';
}
