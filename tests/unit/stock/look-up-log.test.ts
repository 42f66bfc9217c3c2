import { describe, expect, it } from 'vitest';
import { logged } from '#renderer/features/stock/look-up/look-up-log';

const found = { kind: 'found', productId: 1, name: 'Milk', code: 'MILK' } as const;

describe('what was scanned in the stockroom', () => {
  it('is listed newest first, the same product again and again once', () => {
    const log = logged(logged(logged([], found), found), { ...found, productId: 2, name: 'Tea' });
    expect(log.map((entry) => 'name' in entry && entry.name)).toEqual(['Tea', 'Milk']);
  });

  it('keeps every failure, also of the same code', () => {
    const failed = { kind: 'failed', code: '123', error: new Error('unknown') } as const;
    expect(logged(logged([], failed), failed)).toHaveLength(2);
  });

  it('numbers its entries so that each can be dismissed by itself', () => {
    const log = logged(logged([], found), { ...found, productId: 2 });
    expect(new Set(log.map(({ number }) => number)).size).toBe(2);
  });
});
