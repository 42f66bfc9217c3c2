import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName } from '#shared/kernel/file-name';

describe('the name of an uploaded file', () => {
  test.for([
    ['goods.csv', 'goods.csv'],
    ['Preise März.csv', 'Preise März.csv'],
    ['../../store.sqlite', 'store.sqlite'],
    ['C:\\shop\\goods.csv', 'goods.csv'],
    ['goods\r\nSet-Cookie: a.csv', 'goodsSet-Cookie_ a.csv'],
    ['goods\u202Evsc.exe', 'goodsvsc.exe'],
    ['\u2066\u200Bgoods\u0000.csv', 'goods.csv'],
    ['..', 'file'],
    ['a/', 'file'],
    ['', 'file'],
  ])('%j is kept as %j', ([given, safe]) => {
    expect(safeFileName(given as string)).toBe(safe);
  });

  test('never contains a path, a line end or an invisible character, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const safe = safeFileName(given);
        expect(safe).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\.|^$/u);
        expect([...safe].length).toBeLessThanOrEqual(120);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});
