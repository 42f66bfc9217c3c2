import { describe, expect, test } from 'vitest';
import { composeGs1, parseGs1, storableBarcode } from '#shared/kernel/gs1/gs1';

const GTIN = '04006381333931';
const FNC1 = '\u001d';
const parsed = (code: string) => parseGs1(code, 2026);
const nothing = { batch: null, expiresOn: null, weightMilli: null, countMilli: null, price: null };

describe('a GS1 element string', () => {
  test.for(['', ']C1', ']d2', ']e0', ']Q3', ']J1', FNC1, `]C1${FNC1}`])(
    'with %j in front identifies the product',
    (front) => {
      expect(parsed(`${front}01${GTIN}`)).toEqual({ gtin: GTIN, ...nothing });
    },
  );

  test('has batch and expiry in any order', () => {
    const wanted = { ...nothing, gtin: GTIN, batch: 'AB-12', expiresOn: '2027-02-28' };
    expect(parsed(`01${GTIN}1727022810AB-12`)).toEqual(wanted);
    expect(parsed(`01${GTIN}10AB-12${FNC1}17270228`)).toEqual(wanted);
    expect(parsed(`10AB-12${FNC1}17270228${FNC1}01${GTIN}`)).toEqual(wanted);
  });

  test('is understood as it is printed below the bars', () => {
    const printed = composeGs1({ gtin: '4006381333931', batch: 'LOT-7', expiresOn: '2027-02-28' });
    expect(printed).toBe(`(01)${GTIN}(17)270228(10)LOT-7`);
    expect(parsed(`(01)${GTIN}(17)270228(10)LOT-7`)).toMatchObject({
      batch: 'LOT-7',
      expiresOn: '2027-02-28',
    });
  });

  test.for(['{GS}', '<GS>', '|', '^'])('may have %s for FNC1', (separator) => {
    expect(parsed(`01${GTIN}10AB-12${separator}17270228`)).toMatchObject({
      batch: 'AB-12',
      expiresOn: '2027-02-28',
    });
  });

  test('expires on its "use by" date, or on its "best before" date where it has no other', () => {
    expect(parsed(`01${GTIN}15270301`)).toMatchObject({ expiresOn: '2027-03-01' });
    expect(parsed(`01${GTIN}1527030117270228`)).toMatchObject({ expiresOn: '2027-02-28' });
  });

  test('with 00 for the day expires on the last day of the month', () => {
    expect(parsed(`01${GTIN}17280200`)).toMatchObject({ expiresOn: '2028-02-29' });
    expect(parsed(`01${GTIN}17261200`)).toMatchObject({ expiresOn: '2026-12-31' });
  });

  test.for([
    ['75', 2026, '2075'],
    ['76', 2026, '1976'],
    ['99', 2026, '1999'],
    ['00', 2026, '2000'],
    ['01', 2051, '2001'],
    ['00', 2051, '2100'],
    ['48', 2098, '2048'],
    ['47', 2098, '2147'],
  ] as const)('with the year %s, read in %i, expires in %s', ([digits, currentYear, year]) => {
    expect(parseGs1(`01${GTIN}17${digits}0615`, currentYear)).toMatchObject({ expiresOn: `${year}-06-15` });
  });

  test('has the weight with the decimals of its identifier, or a count', () => {
    expect(parsed(`01${GTIN}3103001250`)).toMatchObject({ weightMilli: 1_250 });
    expect(parsed(`01${GTIN}3102000125`)).toMatchObject({ weightMilli: 1_250 });
    expect(parsed(`01${GTIN}3105123456`)).toMatchObject({ weightMilli: 1_235 });
    expect(parsed(`01${GTIN}3024${FNC1}10L`)).toMatchObject({ countMilli: 24_000, batch: 'L' });
  });

  test('has a price, and the batch that follows it', () => {
    expect(parsed(`01${GTIN}39221250${FNC1}10LOT7`)).toMatchObject({
      price: { value: 1250, decimals: 2 },
      batch: 'LOT7',
    });
    expect(parsed(`01${GTIN}3920125`)).toMatchObject({ price: { value: 125, decimals: 0 } });
  });

  test.for([
    ['240', 'ABC'],
    ['21', 'SN-1'],
    ['3932', '9781250'],
    ['8008', '261231'.concat('12')],
    ['99', 'whatever'],
    ['29', 'not assigned'.replace(' ', '-')],
  ])('with (%s), which Tillroom does not use, still has its expiry', ([name, value]) => {
    expect(parsed(`01${GTIN}${name}${value}${FNC1}17261231`)).toMatchObject({ expiresOn: '2026-12-31' });
  });

  test('with an identifier of predefined length that is not assigned still has its expiry', () => {
    expect(parsed(`01${GTIN}1812345617261231`)).toMatchObject({ expiresOn: '2026-12-31' });
  });
});

describe('a GS1 Digital Link', () => {
  test.for([
    `https://id.gs1.org/01/${GTIN}`,
    `https://shop.example/some/path/01/${GTIN}`,
    `http://example.com/01/${GTIN}/`,
    `]Q1HTTPS://EXAMPLE.COM/01/${GTIN}?utm=x#part`,
    'https://example.com/01/4006381333931',
  ])('like %s identifies the product, whatever its domain', (link) => {
    expect(parsed(link)).toEqual({ gtin: GTIN, ...nothing });
  });

  test('has batch and expiry in its path and query', () => {
    expect(
      parsed(`https://example.com/01/${GTIN}/22/2A/10/AB%2F12/21/77?17=270228&3103=001250&lang=de`),
    ).toMatchObject({ batch: 'AB/12', expiresOn: '2027-02-28', weightMilli: 1_250 });
  });

  test.for([
    'https://example.com',
    'https://example.com/01/04006381333932',
    `https://example.com/00/${GTIN}`,
    `https://example.com/01/${GTIN}?17=271301`,
    `ftp://example.com/01/${GTIN}`,
    `https://example.com/gtin/${GTIN}`,
    'https://[',
    `https://example.com/01/${GTIN}/10/%E0%A4%A`,
  ])('is not %s', (link) => {
    expect(parsed(link)).toBeNull();
  });
});

describe('a code that cannot be parsed completely is none of GS1', () => {
  test.for([
    '',
    '4006381333931',
    'LOC-0001',
    '01',
    '0112345',
    '17270228',
    `01${GTIN.slice(0, 13)}2`,
    `01${GTIN}17271301`,
    `01${GTIN}17270230`,
    `01${GTIN}17270229`,
    `01${GTIN}10${'L'.repeat(32)}`,
    `01${GTIN}310300125`,
    `01${GTIN}30123456789`,
    `01${GTIN}10A${FNC1}10B`,
    `01${GTIN}xx`,
    `01${GTIN}10straße`,
  ])('%j', (code) => {
    expect(parsed(code)).toBeNull();
  });
});

describe('the barcode that a product is given for a scanned code', () => {
  test.for([
    ['4006381333931', '4006381333931'],
    [`01${GTIN}10LOT7`, '4006381333931'],
    [`https://example.com/01/${GTIN}`, '4006381333931'],
    ['0114006381333938', '14006381333938'],
    [`AB${FNC1}12`, 'AB12'],
  ])('of %j is %s', ([code = '', barcode]) => {
    expect(storableBarcode(code, 2026)).toBe(barcode);
  });
});
