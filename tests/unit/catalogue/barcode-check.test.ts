import { describe, expect, it } from 'vitest';
import { checkBarcode, newBarcode, withScanned } from '#renderer/features/catalogue/product/barcode-check';

const typed = (code: string) => ({ code, kind: null, stored: false });

describe('a barcode in the product form', () => {
  it('has its kind detected', () => {
    expect(checkBarcode(typed('4006381333931'))).toEqual({ kind: 'ean13', problem: null });
    expect(checkBarcode(typed('shelf 7'))).toEqual({ kind: 'own', problem: null });
  });

  it('with a wrong check digit gets the right one suggested', () => {
    expect(checkBarcode(typed('4006381333932'))).toEqual({
      kind: 'ean13',
      problem: { reason: 'CHECK_DIGIT', expected: 1, corrected: '4006381333931' },
    });
  });

  it('can be kept as an own code with any last digit', () => {
    expect(checkBarcode({ code: '4006381333932', kind: 'own', stored: false }).problem).toBeNull();
  });

  it('is unchanged when the store already keeps it in its own form', () => {
    expect(checkBarcode({ code: '0036000291452', kind: 'upca', stored: true }).problem).toBeNull();
  });

  it('fills an empty row when scanned, and is not added twice', () => {
    const empty = [newBarcode([])];
    const scanned = withScanned(empty, '4006381333931');
    expect(scanned).toEqual([{ ...empty[0], code: '4006381333931' }]);
    expect(withScanned(scanned, '4006381333931')).toEqual(scanned);
    expect(withScanned(scanned, '96385074').map(({ key }) => key)).toEqual([1, 2]);
  });
});
