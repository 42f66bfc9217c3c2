import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportChoices, type ImportProblem, importField, importReason } from '#shared/contract/imports';
import { imported, looked } from '../../support/imports';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
  const { catalogue, stock } = shop.as('manager');
  const sold = { priceMinor: 500, taxRateMilliPercent: 21_000 };
  const tea = await catalogue.createProduct({
    ...sold,
    name: 'Assam',
    sku: 'TEA-1',
    barcodes: [{ code: '4006381333931' }],
  });
  await catalogue.createProduct({ ...sold, name: 'Kettle', sku: 'KET', barcodes: [{ code: '96385074' }] });
  await stock.addEntry({ productId: tea.id, locationId: 1, openingMilli: 2000, batch: null });
  for (const [name, parent] of [
    ['Green', 'Tea'],
    ['Green', 'Paint'],
  ] as const) {
    const { id } = await catalogue.createCategory({ name: parent });
    await catalogue.createCategory({ name, parentId: id, code: `${name}-${parent}` });
  }
});
afterAll(() => shop.close());

/** The problems of the only row of a file. */
async function problemsOf(
  text: string,
  chosen: Partial<ImportChoices> = {},
): Promise<Partial<ImportProblem>[]> {
  const manager = shop.as('manager');
  const { fileId, choices } = await looked(manager, text, chosen);
  const { rows } = await manager.imports.preview({ fileId, choices });
  expect(rows).toHaveLength(1);
  return rows[0]?.problems ?? [];
}

function recordOf<Key extends string>(keys: readonly Key[], wordsFor: (key: Key) => string) {
  return Object.fromEntries(keys.map((key) => [key, wordsFor(key)])) as Record<Key, string>;
}

const LONG = 'x'.repeat(500);

describe('a refused row names every problem', () => {
  test.for<[string, string, Partial<ImportProblem>[]]>([
    [
      'of a new product',
      'Name,Price,On hand\n,,-3',
      [
        { reason: 'NEGATIVE', field: 'stock' },
        { reason: 'NAME_MISSING', field: 'name' },
        { reason: 'PRICE_MISSING', field: 'price' },
      ],
    ],
    ['once for each field', 'Name,Price\n,cheap', [{ reason: 'NOT_A_NUMBER' }, { reason: 'NAME_MISSING' }]],
    [
      'of quantities and names',
      'Name,Price,Stock,Threshold,Category\nTea,1,0.5,1.5,Green',
      [
        { reason: 'TOO_FINE', field: 'threshold' },
        { reason: 'TOO_FINE', field: 'stock' },
        { reason: 'CATEGORY_AMBIGUOUS' },
      ],
    ],
  ])('%s', async ([, text, expected]) => {
    const problems = await problemsOf(text);
    expect(problems).toHaveLength(expected.length);
    expect(problems).toMatchObject(expected);
  });
});

describe('a row is refused', () => {
  test.for<[string, string, Partial<ImportProblem>, Partial<ImportChoices>?]>([
    ['of too many cells', 'Name,Price\nTea,1,2', { reason: 'WIDTH', limit: 2, value: '3' }],
    ['of too few cells', 'Name,Price,SKU\nTea,1', { reason: 'WIDTH', limit: 3, value: '2' }],
    ['without a name', 'Name,Price\n ,1', { reason: 'NAME_MISSING' }],
    ['without a price', 'Name,Price\nTea,', { reason: 'PRICE_MISSING' }],
    [
      'with a name of 500 letters',
      `Name,Price\n${LONG},1`,
      { reason: 'TOO_LONG', field: 'name', limit: 200 },
    ],
    [
      'with a category of 500 letters',
      `Name,Category\nTea,Drinks > ${LONG}`,
      { reason: 'TOO_LONG', limit: 100 },
    ],
    [
      'with a price in words',
      'Name,Price\nTea,cheap',
      { reason: 'NOT_A_NUMBER', field: 'price', value: 'cheap' },
    ],
    ['with a price below zero', 'Name,Price\nTea,-1.50', { reason: 'NEGATIVE', field: 'price' }],
    ['with a price of a tenth of a cent', 'Name,Price\nTea,1.505', { reason: 'TOO_FINE', field: 'price' }],
    ['with a price beyond all reason', 'Name,Price\nTea,99999999999999', { reason: 'TOO_LARGE' }],
    [
      'with a tax of more than all',
      'Name,Price,Tax %\nTea,1,101',
      { reason: 'TOO_LARGE', field: 'taxRate', limit: 100 },
    ],
    [
      'with a tax of a ten-thousandth of a percent',
      'Name,Price,Tax %\nTea,1.00,8.1255',
      { reason: 'TOO_FINE', field: 'taxRate', value: '8.1255' },
    ],
    [
      'with a discount below zero',
      'Name,Price,Discount\nTea,1,-5',
      { reason: 'NEGATIVE', field: 'discount' },
    ],
    ['with half a piece in stock', 'Name,Price,Stock\nTea,1,0.5', { reason: 'TOO_FINE', field: 'stock' }],
    [
      'with less than nothing in stock',
      'Name,Price,On hand\nTea,1,-3',
      { reason: 'NEGATIVE', field: 'stock' },
    ],
    [
      'with stock worth more than can be told',
      'Name,Price,Cost,Stock\nTea,1,1000000,9000000',
      { reason: 'WORTH_TOO_MUCH', field: 'stock' },
    ],
    ['with half a piece as its threshold', 'Name,Price,Threshold\nTea,1,1.5', { reason: 'TOO_FINE' }],
    ['of a unit that is none', 'Name,Price,Unit\nTea,1,barrel', { reason: 'UNIT_UNKNOWN', value: 'barrel' }],
    ['of a status that is none', 'Name,Price,Status\nTea,1,maybe', { reason: 'STATUS_UNKNOWN' }],
    [
      'of a category that is in two places',
      'Name,Price,Category\nTea,1,Green',
      { reason: 'CATEGORY_AMBIGUOUS', value: 'Green' },
    ],
    [
      'with a wrong check digit, where that was chosen',
      'Name,Price,EAN\nTea,1,4006381333932',
      { reason: 'CHECK_DIGIT', value: '4006381333932', limit: 1 },
      { wrongCheckDigit: 'refuse' },
    ],
    [
      'with a code that a spreadsheet rounded',
      'Name,Price,EAN\nTea,1,4.00638E+12',
      { reason: 'CODE_UNREADABLE' },
    ],
    ['with a code of 65 signs', `Name,Price,EAN\nTea,1,${'7'.repeat(65)}`, { reason: 'CODE_UNREADABLE' }],
    [
      'whose SKU is of one product and whose barcode is of another',
      'Name,Price,SKU,EAN\nTea,1,TEA-1,96385074',
      { reason: 'CODE_OF_ANOTHER', value: '96385074', name: 'Kettle' },
    ],
    [
      'with opening stock of what has stock there',
      'SKU,Name,Price,Stock\nTEA-1,Assam,5,3',
      { reason: 'STOCK_EXISTS', name: 'Shop' },
    ],
  ])('%s', async ([, text, expected, chosen]) => {
    expect(await problemsOf(text, chosen)).toEqual([expect.objectContaining(expected)]);
  });

  test('for everything that is wrong with its cells together', async () => {
    const problems = await problemsOf(`Name,Price,Unit,Tax %\n${LONG},-1,barrel,x`);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'TOO_LONG',
      'NEGATIVE',
      'UNIT_UNKNOWN',
      'NOT_A_NUMBER',
    ]);
  });

  test('as the second with the same SKU, barcode or product, with the line of the first', async () => {
    const manager = shop.as('manager');
    const text = [
      'Name,Price,SKU,EAN',
      'One,1,A,4012345678901',
      'Two,1,a,',
      'Three,1,,4012345678901',
      'Four,1,B,012345678905',
      'Five,1,,0012345678905',
      'Assam,5,TEA-1,',
      'Assam,6,,4006381333931',
    ].join('\n');
    const { fileId, choices } = await looked(manager, text);
    const { rows } = await manager.imports.preview({ fileId, choices });
    expect(rows.map(({ outcome, problems }) => [outcome, problems[0]?.reason, problems[0]?.line])).toEqual([
      ['new', undefined, undefined],
      ['refused', 'TWICE_IN_FILE', 2],
      ['refused', 'TWICE_IN_FILE', 2],
      ['new', undefined, undefined],
      ['refused', 'TWICE_IN_FILE', 5],
      ['unchanged', undefined, undefined],
      ['refused', 'TWICE_IN_FILE', 7],
    ]);
  });
});

test('a refused row counts under each of its reasons', async () => {
  const { refused, refusedFor } = await imported(shop.as('manager'), 'Name,Price,Unit\nTea,-1,barrel\n');
  expect(refused).toBe(1);
  expect(new Set(refusedFor.map(({ reason }) => reason))).toEqual(new Set(['NEGATIVE', 'UNIT_UNKNOWN']));
});

test('the preview marks a tax rate that is not one of the rates of the store', async () => {
  const manager = shop.as('manager');
  const [usual = 0] = (await manager.stores.status()).taxRatesMilliPercent;
  const text = `Name,Price,Tax rate\nUsual,1,${usual / 1000}\nOdd,1,13.7\n`;
  const { fileId, choices } = await looked(manager, text);
  const { rows } = await manager.imports.preview({ fileId, choices });
  expect(rows.map(({ product }) => [product?.taxRateMilliPercent, product?.hasUsualTaxRate])).toEqual([
    [usual, true],
    [13_700, false],
  ]);
});

test('a row refused for another reason does not block a later one with the same SKU', async () => {
  const { created, refusedFor } = await imported(shop.as('manager'), 'Name,Price,SKU\n,1,FREE\nPot,1,FREE\n');
  expect({ created, refusedFor }).toEqual({ created: 1, refusedFor: [{ reason: 'NAME_MISSING', rows: 1 }] });
});

test('usual store data is accepted: any script, formulas as text, a price of 0, a gram', async () => {
  const text = [
    'Name;Price;Unit;Stock;SKU',
    '"=HYPERLINK(""http://x"")";1,00;;;F1',
    "'@home;2,00;;;F2",
    'شاي أخضر;0;;;F3',
    '抹茶 ラテ;1.234,50 €;;;F4',
    'Saffron;9,99;kg;0,001;F5',
    '"Two\nlines";3;;;F6',
  ].join('\n');
  const manager = shop.as('manager');
  const { created, refused } = await imported(manager, text);
  expect({ created, refused }).toEqual({ created: 6, refused: 0 });
  const { rows } = await manager.catalogue.listProducts({ limit: 500 });
  const found = (sku: string) => rows.find((row) => row.sku === sku);
  expect(found('F1')).toMatchObject({ name: '=HYPERLINK("http://x")', priceMinor: 100 });
  expect(found('F2')).toMatchObject({ name: '@home' });
  expect(found('F3')).toMatchObject({ name: 'شاي أخضر', priceMinor: 0, status: 'active' });
  expect(found('F4')).toMatchObject({ name: '抹茶 ラテ', priceMinor: 123_450 });
  expect(found('F5')).toMatchObject({ unit: 'kg', onHandMilli: 1 });
  expect(found('F6')).toMatchObject({ name: 'Two lines' });
});

test("refused rows are available as a file with their original cells, line and reason in the window's language", async () => {
  const manager = shop.as('manager');
  const text =
    'Name;Price;SKU\n=cmd|x;-1;R1\n"A ""big"" pot";abc;R2\nToo;many;cells;here\n;5;\n\'@home;-1;R3\n';
  const { id, refused } = await imported(manager, text);
  expect(refused).toBe(5);
  const words = {
    line: 'Zeile',
    why: 'Warum',
    reasons: recordOf(importReason.options, (reason) => `${reason} {{field}} {{value}} {{limit}}`),
    fields: recordOf(importField.options, (field) => `<${field}>`),
  };
  const { csv, fileName, nextOffset } = await manager.imports.refusedCsv({ importId: id, offset: 0, words });
  expect({ fileName, nextOffset }).toEqual({ fileName: 'rejected-goods.csv', nextOffset: null });
  expect(csv.split('\r\n')).toEqual([
    'Name,Price,SKU,Zeile,Warum',
    "'=cmd|x,-1,R1,2,NEGATIVE <price> -1 ",
    '"A ""big"" pot",abc,R2,3,NOT_A_NUMBER <price> abc ',
    'Too,many,cells,4,WIDTH  4 3',
    ',5,,5,NAME_MISSING <name>  ',
    "'@home,-1,R3,6,NEGATIVE <price> -1 ",
    '',
  ]);
  const { rows, headings, total } = await manager.imports.refusedRows({ importId: id });
  expect({ headings, total }).toEqual({ headings: ['Name', 'Price', 'SKU'], total: 5 });
  expect(rows[2]).toMatchObject({ line: 4, cells: ['Too', 'many', 'cells', 'here'] });
});

test('invisible characters are removed from the names of a file', async () => {
  const manager = shop.as('manager');
  const { fileId, choices } = await looked(
    manager,
    'Name,Price,SKU,Category\nLa\u202ette\u200b,1,LAT\u00ad-1,Hot\u0007 drinks',
  );
  const { rows } = await manager.imports.preview({ fileId, choices });
  expect(rows[0]?.product).toMatchObject({ name: 'Latte', sku: 'LAT-1', category: 'Hot drinks' });
});

describe('a new product with the name of another one is pointed out, and imported', () => {
  const FILE = 'Name,Price,SKU\nkettle,1,\nCup,2,\nAssam,3,TEA-1\nSaucer,2,\nCUP,2,CUP-2';

  test('in the preview, for a product of the store and for an earlier line', async () => {
    const manager = shop.as('manager');
    const { fileId, choices } = await looked(manager, FILE);
    const { rows } = await manager.imports.preview({ fileId, choices });
    expect(rows.map(({ line, outcome, sameName }) => ({ line, outcome, sameName }))).toEqual([
      { line: 2, outcome: 'new', sameName: { line: null } },
      { line: 3, outcome: 'new', sameName: null },
      { line: 4, outcome: 'update', sameName: null },
      { line: 5, outcome: 'new', sameName: null },
      { line: 6, outcome: 'new', sameName: { line: 3 } },
    ]);
  });

  test('and not for a product that is no longer sold', async () => {
    const manager = shop.as('manager');
    const old = await manager.catalogue.createProduct({
      name: 'Teapot',
      priceMinor: 100,
      taxRateMilliPercent: 0,
      status: 'archived',
    });
    expect(old.status).toBe('archived');
    const { fileId, choices } = await looked(manager, 'Name,Price\nTeapot,1');
    const { rows } = await manager.imports.preview({ fileId, choices });
    expect(rows[0]).toMatchObject({ outcome: 'new', sameName: null });
  });

  test('and counted when the import is done', async () => {
    const manager = shop.as('manager');
    await imported(manager, FILE);
    const job = (await manager.jobs.list()).find(({ kind }) => kind === 'productImport');
    expect(job?.summary).toMatchObject({ created: 4, updated: 1, refused: 0, sameNames: 2 });
  });
});
