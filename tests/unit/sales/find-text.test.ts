import { describe, expect, it } from 'vitest';
import { isPrintedCode, readFindText, steppedQuantity } from '#renderer/features/sales/till/find-text';

describe('the search box', () => {
  it.each([
    ['milk', null, 'milk'],
    ['3*milk', 3000, 'milk'],
    [' 3 * oat milk ', 3000, 'oat milk'],
    ['0,450*', 450, ''],
    ['0.450*bananas', 450, 'bananas'],
    ['2×tea', 2000, 'tea'],
    ['0*milk', null, '0*milk'],
    ['1.2.3*milk', null, '1.2.3*milk'],
    ['*milk', null, '*milk'],
    ['7up', null, '7up'],
  ])('reads %j as %j of %j', (text, quantityMilli, words) => {
    expect(readFindText(text)).toEqual({ quantityMilli, words });
  });

  it('takes the typed digits of a printed barcode as a scan', () => {
    expect(isPrintedCode('4006381333931')).toBe(true);
    expect(isPrintedCode('96385074')).toBe(true);
  });

  it('does not take a mistyped barcode, a price or a year for a scan', () => {
    expect(isPrintedCode('4006381333930')).toBe(false);
    expect(isPrintedCode('2026')).toBe(false);
    expect(isPrintedCode('4006381 33393')).toBe(false);
  });
});

describe('plus and minus', () => {
  it('change a counted line by one', () => {
    expect(steppedQuantity({ quantityMilli: 2000, unit: 'piece' }, 1)).toBe(3000);
    expect(steppedQuantity({ quantityMilli: 2000, unit: 'pack' }, -1)).toBe(1000);
  });

  it('never void a line', () => {
    expect(steppedQuantity({ quantityMilli: 1000, unit: 'piece' }, -1)).toBeNull();
  });

  it('leave a weighed quantity unchanged', () => {
    expect(steppedQuantity({ quantityMilli: 1450, unit: 'kg' }, 1)).toBeNull();
    expect(steppedQuantity({ quantityMilli: 250_000, unit: 'g' }, -1)).toBeNull();
  });
});
