import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDigit,
  expandUpcE,
  guessBarcodeKind,
  hasValidCheckDigit,
  lookupCandidates,
  normalizeBarcode,
} from '#shared/kernel/barcode';

const digitString = (minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });

describe('the check digit', () => {
  it.each([
    ['an EAN-13 of pencils', '4006381333931'],
    ['an EAN-13 of hazelnut spread', '3017620422003'],
    ['a book', '9780201379624'],
    ['an EAN-8', '96385074'],
    ['an EAN-8 that ends in 0', '20000080'],
    ['a UPC-A of tissues', '036000291452'],
    ['an ITF-14 on a carton', '15400141288763'],
  ])('is right on %s', (_what, code) => {
    expect(hasValidCheckDigit(code)).toBe(true);
  });

  it('can be calculated for any code', () => {
    fc.assert(
      fc.property(digitString(1, 17), (digits) => {
        expect(hasValidCheckDigit(`${digits}${checkDigit(digits)}`)).toBe(true);
      }),
    );
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(digitString(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, position, shift) => {
        const code = `${digits}${checkDigit(digits)}`;
        const wrong = (Number(code[position]) + shift) % 10;
        expect(hasValidCheckDigit(`${code.slice(0, position)}${wrong}${code.slice(position + 1)}`)).toBe(
          false,
        );
      }),
    );
  });

  it('is not changed by leading zeros', () => {
    fc.assert(
      fc.property(digitString(7, 12), (digits) => {
        expect(checkDigit(`00${digits}`)).toBe(checkDigit(digits));
      }),
    );
  });

  it('exists for digits only', () => {
    expect(() => checkDigit('40063A')).toThrow(RangeError);
    expect(() => checkDigit('')).toThrow(RangeError);
    expect(hasValidCheckDigit('')).toBe(false);
    expect(hasValidCheckDigit('0')).toBe(false);
    expect(hasValidCheckDigit('40063A1333931')).toBe(false);
  });
});

/** Zero suppression per GS1 General Specifications 5.2.2.4.2: the reverse conversion from UPC-A. */
function suppressZeros(upcA: string): string | null {
  const [system, maker, item, check] = [
    upcA.slice(0, 1),
    upcA.slice(1, 6),
    upcA.slice(6, 11),
    upcA.slice(11),
  ];
  if (/[012]00$/.test(maker) && item.startsWith('00')) {
    return `${system}${maker.slice(0, 2)}${item.slice(2)}${maker[2]}${check}`;
  }
  if (maker.endsWith('00') && item.startsWith('000')) {
    return `${system}${maker.slice(0, 3)}${item.slice(3)}3${check}`;
  }
  if (maker.endsWith('0') && item.startsWith('0000')) {
    return `${system}${maker.slice(0, 4)}${item.slice(4)}4${check}`;
  }
  if (/^0000[5-9]$/.test(item)) {
    return `${system}${maker}${item[4]}${check}`;
  }
  return null;
}

describe('UPC-E', () => {
  it.each([
    ['01234565', '012345000065'],
    ['04252614', '042100005264'],
    ['06543217', '065100004327'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
  ])('%s expands to the UPC-A %s', (upcE, upcA) => {
    expect(expandUpcE(upcE)).toBe(upcA);
    expect(hasValidCheckDigit(upcA)).toBe(true);
  });

  it('can come without a check digit, or as its body alone', () => {
    expect(expandUpcE('0425261')).toBe('042100005264');
    expect(expandUpcE('425261')).toBe('042100005264');
  });

  it('is refused with a wrong check digit, another number system or another length', () => {
    expect(expandUpcE('04252615')).toBeNull();
    expect(expandUpcE('24252614')).toBeNull();
    expect(expandUpcE('42526')).toBeNull();
    expect(expandUpcE('042526144')).toBeNull();
    expect(expandUpcE('0425261X')).toBeNull();
  });

  it('with any body expands to the same UPC-A after zero suppression', () => {
    fc.assert(
      fc.property(fc.constantFrom('0', '1'), digitString(6), (system, body) => {
        const upcA = expandUpcE(`${system}${body}`) ?? '';
        expect(upcA).toHaveLength(12);
        const upcE = `${system}${body}${upcA.at(-1)}`;
        expect(expandUpcE(upcE)).toBe(upcA);
        expect(expandUpcE(suppressZeros(upcA) ?? '')).toBe(upcA);
      }),
    );
  });
});

describe('the stored form of a barcode', () => {
  it.each([
    ['ean13', '4006381333931', '4006381333931'],
    ['ean13', ' 4 006381-333931 ', '4006381333931'],
    ['ean8', '9638 5074', '96385074'],
    ['upca', '036000291452', '0036000291452'],
    ['upce', '04252614', '0042100005264'],
    ['itf14', '15400141288763', '15400141288763'],
    ['itf14', '04006381333931', '4006381333931'],
    ['code39', '*ab-12*', 'AB-12'],
    ['code128', ' Ab-12~ ', 'Ab-12~'],
    ['own', ' 0042 ', '0042'],
    ['own', 'Äpfel 1', 'Äpfel 1'],
  ] as const)('of kind %s, %j is %j', (kind, text, code) => {
    expect(normalizeBarcode(kind, text)).toEqual({ ok: true, code });
  });

  it.each([
    ['ean13', '4006381333932', 1],
    ['ean8', '96385070', 4],
    ['upca', '036000291453', 2],
    ['upce', '04252610', 4],
    ['itf14', '15400141288760', 3],
  ] as const)('of kind %s, %s is refused, with the right check digit', (kind, text, expectedCheckDigit) => {
    expect(normalizeBarcode(kind, text)).toEqual({ ok: false, reason: 'CHECK_DIGIT', expectedCheckDigit });
  });

  it.each([
    ['ean13', '400638133393'],
    ['ean13', '40063813339AB'],
    ['upce', '24252614'],
    ['code39', 'AB_12'],
    ['code128', 'Äpfel'],
    ['code128', 'AB\u001d12'],
    ['own', '   '],
    ['own', 'A\u0007B'],
    ['own', 'x'.repeat(65)],
  ] as const)('of kind %s, %j is refused for its form', (kind, text) => {
    expect(normalizeBarcode(kind, text)).toEqual({ ok: false, reason: 'FORMAT' });
  });

  it('is the same for every printed form of a GTIN', () => {
    const forms = [
      normalizeBarcode('upce', '04252614'),
      normalizeBarcode('upca', '042100005264'),
      normalizeBarcode('ean13', '0042100005264'),
      normalizeBarcode('itf14', '00042100005264'),
    ];
    expect(forms).toEqual(Array(4).fill({ ok: true, code: '0042100005264' }));
  });
});

describe('the kind of a new code', () => {
  it.each([
    ['4006381333931', 'ean13'],
    ['4006381333932', 'ean13'],
    ['4 006381 333931', 'ean13'],
    ['036000291452', 'upca'],
    ['15400141288763', 'itf14'],
    ['96385074', 'ean8'],
    ['04252614', 'upce'],
    ['96385070', 'ean8'],
    ['B00X4WHP5E', 'code128'],
    ['00123456789012345675', 'code128'],
    ['42', 'own'],
    ['AB-12', 'own'],
    ['Äpfel aus Meran', 'own'],
  ])('%j is guessed to be %s', (text, kind) => {
    expect(guessBarcodeKind(text)).toBe(kind);
  });
});

describe('the codes that a scan can mean', () => {
  it.each([
    ['an EAN-13', '4006381333931', ['4006381333931']],
    ['a UPC-A', '036000291452', ['036000291452', '0036000291452']],
    ['a GTIN-14 with a leading 0', '04006381333931', ['04006381333931', '4006381333931']],
    ['the GTIN-14 of a pack', '15400141288763', ['15400141288763']],
    ['an EAN-8', '96385074', ['96385074']],
    ['eight digits that are a UPC-E', '04252614', ['04252614', '0042100005264']],
    ['eight digits that are both', '01234565', ['01234565', '0012345000065']],
    ['the body of a UPC-E', '425261', ['425261', '0042100005264']],
    ['an EAN-8 padded to thirteen', '0000096385074', ['0000096385074', '96385074']],
    ['an EAN-8 padded to fourteen', '00000096385074', ['00000096385074', '0000096385074', '96385074']],
    ['a code with blanks', '4 006381 333931', ['4 006381 333931', '4006381333931']],
    ['twelve digits with a wrong check digit', '036000291453', ['036000291453']],
    ['a Code 39 in small letters', 'ab-12', ['ab-12', 'AB-12']],
    ['an own code', ' Äpfel ', ['Äpfel']],
    ['nothing', '  ', []],
  ])('of %s', (_what, scanned, candidates) => {
    expect(lookupCandidates(scanned)).toEqual(candidates);
  });

  it('always include the stored form of the printed code', () => {
    const printed = fc.oneof(
      digitString(12).map((digits) => ['ean13', `${digits}${checkDigit(digits)}`] as const),
      digitString(11).map((digits) => ['upca', `${digits}${checkDigit(digits)}`] as const),
      digitString(13).map((digits) => ['itf14', `${digits}${checkDigit(digits)}`] as const),
      digitString(7).map((digits) => ['ean8', `${digits}${checkDigit(digits)}`] as const),
      digitString(6).map((body) => ['upce', `0${body}${expandUpcE(body)?.at(-1)}`] as const),
    );
    fc.assert(
      fc.property(printed, ([kind, code]) => {
        const stored = normalizeBarcode(kind, code);
        expect(stored.ok && lookupCandidates(code).includes(stored.code)).toBe(true);
      }),
    );
  });
});
