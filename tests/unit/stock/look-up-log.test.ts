import { describe, expect, it } from 'vitest';
import { logged } from '#renderer/features/stock/look-up/look-up-log';

const found = { kind: 'found', productId: 1, name: 'Milk', code: 'MILK' } as const;

describe('the log of stockroom scans', () => {
  it('lists the newest first, and repeated scans of a product once', () => {
    const log = logged(logged(logged([], found), found), { ...found, productId: 2, name: 'Tea' });
    expect(log.map((entry) => 'name' in entry && entry.name)).toEqual(['Tea', 'Milk']);
  });

  it('keeps every failure, even of the same code', () => {
    const failed = { kind: 'failed', code: '123', error: new Error('unknown') } as const;
    expect(logged(logged([], failed), failed)).toHaveLength(2);
  });

  it('numbers its entries so that each can be dismissed', () => {
    const log = logged(logged([], found), { ...found, productId: 2 });
    expect(new Set(log.map(({ number }) => number)).size).toBe(2);
  });
});
