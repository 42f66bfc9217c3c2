import { addDays } from '#shared/kernel/time';

type ExpiryState = 'never' | 'good' | 'near' | 'expired';

/**
 * The expiry state of goods that can be sold until the end of a day (YYYY-MM-DD; null: no expiry), as of today, in a
 * store that treats them as near expiry this many days before.
 */
export function expiryState(expiresOn: string | null, today: string, nearExpiryDays: number): ExpiryState {
  if (expiresOn === null) return 'never';
  if (expiresOn < today) return 'expired';
  return expiresOn <= addDays(today, nearExpiryDays) ? 'near' : 'good';
}
