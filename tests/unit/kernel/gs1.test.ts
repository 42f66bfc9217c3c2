import { describe, expect, test } from 'vitest';
import { parseGs1 } from '#shared/kernel/gs1';

const GTIN = '04006381333931';
const nothing = { batch: null, expiresOn: null, weightMilli: null, countMilli: null };

describe('a GS1 code', () => {
  test('names its goods, with or without what a scanner says in front', () => {
    for (const front of ['', ']C1', ']d2', '\u001d', ']C1\u001d']) {
      expect(parseGs1(`${front}01${GTIN}`)).toEqual({ gtin: GTIN, ...nothing });
    }
  });

  test('says batch and expiry in any order', () => {
    const wanted = {
      gtin: GTIN,
      batch: 'AB-12',
      expiresOn: '2027-02-28',
      weightMilli: null,
      countMilli: null,
    };
    expect(parseGs1(`01${GTIN}1727022810AB-12`)).toEqual(wanted);
    expect(parseGs1(`01${GTIN}10AB-12\u001d17270228`)).toEqual(wanted);
    expect(parseGs1(`10AB-12\u001d17270228\u001d01${GTIN}`)).toEqual(wanted);
  });

  test('of best before takes the day where it has no use by', () => {
    expect(parseGs1(`01${GTIN}15270301`)).toMatchObject({ expiresOn: '2027-03-01' });
    expect(parseGs1(`01${GTIN}1527030117270228`)).toMatchObject({ expiresOn: '2027-02-28' });
  });

  test('without a day of the month means its last', () => {
    expect(parseGs1(`01${GTIN}17280200`)).toMatchObject({ expiresOn: '2028-02-29' });
  });

  test('with a day that there is not expires on none', () => {
    expect(parseGs1(`01${GTIN}17271301`)).toMatchObject({ expiresOn: null });
    expect(parseGs1(`01${GTIN}17270230`)).toMatchObject({ expiresOn: null });
  });

  test('carries a weight with the decimals of its field, or a count', () => {
    expect(parseGs1(`01${GTIN}3103001250`)).toMatchObject({ weightMilli: 1_250 });
    expect(parseGs1(`01${GTIN}3102000125`)).toMatchObject({ weightMilli: 1_250 });
    expect(parseGs1(`01${GTIN}3024\u001d10L`)).toMatchObject({ countMilli: 24_000, batch: 'L' });
  });

  test('keeps what stands before a field that cannot be told apart', () => {
    expect(parseGs1(`01${GTIN}10L7\u001d99whatever`)).toMatchObject({ batch: 'L7' });
  });

  test.for(['', '4006381333931', `01${GTIN.slice(0, 13)}2`, '0112345', '17270228', 'LOC-0001', '01'])(
    'is not %j',
    (code) => {
      expect(parseGs1(code)).toBeNull();
    },
  );
});
