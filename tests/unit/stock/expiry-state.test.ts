import { describe, expect, it } from 'vitest';
import { expiryState } from '#renderer/parts/batches/expiry-state';

describe('stock that is good until a day', () => {
  it.each([
    [null, 'never'],
    ['2026-11-19', 'expired'],
    ['2026-11-20', 'near'],
    ['2026-12-04', 'near'],
    ['2026-12-05', 'good'],
  ] as const)('%s has on 20 November, with two weeks counting as near, the state %s', (expiresOn, state) => {
    expect(expiryState(expiresOn, '2026-11-20', 14)).toBe(state);
  });

  it('is near expiry only on its last day if the store counts no earlier days', () => {
    expect(expiryState('2026-11-20', '2026-11-20', 0)).toBe('near');
    expect(expiryState('2026-11-21', '2026-11-20', 0)).toBe('good');
  });
});
