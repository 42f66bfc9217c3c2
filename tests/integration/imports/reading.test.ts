import { afterAll, beforeAll, expect, test } from 'vitest';
import { IMPORT_LIMIT_BYTES } from '#shared/contract/imports';
import { imported, looked, upload } from '../../support/imports';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

const manager = () => shop.as('manager');

const TEXT = 'Name,Price\nCrème brûlée,3.20\nÖl – süß,4.10\n';
const UTF_16_LE = Buffer.from(TEXT, 'utf16le');

test.for([
  ['UTF-8', 'utf-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', 'utf-8', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', 'utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, big end first', 'utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['UTF-16 without its mark', 'utf-16le', UTF_16_LE],
  ['UTF-16 without its mark, big end first', 'utf-16be', Buffer.from(UTF_16_LE).swap16()],
  ['Windows-1252', 'windows-1252', Buffer.from(TEXT.replace('–', '\x96'), 'latin1')],
] as const)('a file in %s is recognized and read correctly', async ([, encoding, bytes]) => {
  const { choices, columns, rows } = await looked(manager(), bytes);
  expect(choices.encoding).toBe(encoding);
  expect(rows).toBe(2);
  expect(columns).toEqual([
    { heading: 'Name', samples: ['Crème brûlée', 'Öl – süß'] },
    { heading: 'Price', samples: ['3.20', '4.10'] },
  ]);
});

test('one non-ASCII letter at the very end makes a long file Windows-1252', async () => {
  const long = `Name,Price\n${'Tea,1\n'.repeat(40_000)}`;
  const { choices, rows } = await looked(manager(), Buffer.from(`${long}Caf\xe9,2\n`, 'latin1'));
  expect({ encoding: choices.encoding, rows }).toEqual({ encoding: 'windows-1252', rows: 40_001 });
});

test.for([
  [',', 'Name,Price,Note\n"Tea, green",1.50,"a;b"\nMug,2,c'],
  [';', 'Name;Price;Note\nTea;1,50;a,b,c,d\nMug;2,00;a,b,c,d'],
  ['\t', 'Name\tPrice\tNote\nTea, green\t1,50\tx\nMug, blue\t2,00\ty'],
  ['|', 'Name|Price\nTea, green|1;5\nMug, blue|2;0'],
] as const)('%j is detected as the separator', async ([separator, text]) => {
  expect((await looked(manager(), text)).choices.separator).toBe(separator);
});

test('a line that declares the separator is skipped, and counts as a line', async () => {
  const { choices, columns, fileId } = await looked(manager(), 'sep=;\r\nName;Price\r\nTea;1,50\r\n');
  expect(columns.map(({ heading }) => heading)).toEqual(['Name', 'Price']);
  const { rows } = await manager().imports.preview({ fileId, choices });
  expect(rows.map(({ line }) => line)).toEqual([3]);
});

test('lines are counted as in an editor, including empty lines and line breaks in quotes', async () => {
  const text = 'Name,Price\r\n"Tea,\r\ngreen",1\r\n\r\nMug,2\r\n,,\r\n"Pot ""big""",3';
  const { fileId, choices } = await looked(manager(), text);
  const { rows } = await manager().imports.preview({ fileId, choices });
  expect(rows.map(({ line, product }) => [line, product?.name])).toEqual([
    [2, 'Tea, green'],
    [5, 'Mug'],
    [7, 'Pot "big"'],
  ]);
});

test('quotation marks in a cell and blank rows at the end cause no error', async () => {
  const { fileId, choices, rows } = await looked(
    manager(),
    'Name,Price\nScreen 5",1\nNut 3/8" long,2\n,\n , \n',
  );
  expect(rows).toBe(2);
  const { rows: shown } = await manager().imports.preview({ fileId, choices });
  expect(shown.map(({ product }) => product?.name)).toEqual(['Screen 5"', 'Nut 3/8" long']);
});

test.for([
  ['nothing but a heading', 'Name,Price\n', { code: 'FILE_EMPTY' }],
  ['blank lines only', '\n\n  \n', { code: 'FILE_EMPTY' }],
  ['numbers in place of a heading', '4006381333931,12.50\n4006381333948,3\n', { code: 'FILE_HEADING' }],
  [
    'a quotation mark that is never closed',
    'Name,Price\nTea,1\n"Mug,2\nPot,3\n',
    { code: 'FILE_QUOTE', data: { line: 3 } },
  ],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), { code: 'FILE_BINARY' }],
  [
    'a spreadsheet',
    Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'),
    { code: 'FILE_BINARY', data: { isSpreadsheet: true } },
  ],
] as const)('a file with %s is refused as a whole', async ([, file, refusal]) => {
  const fileId = await upload(manager(), file);
  await expect(manager().imports.examine({ fileId })).rejects.toMatchObject(refusal);
});

test('an empty file is refused, and a file that is too large is refused before it is read', async () => {
  const { imports } = manager();
  await expect(imports.startUpload({ fileName: 'none.csv', sizeBytes: 0 })).rejects.toMatchObject({
    code: 'FILE_EMPTY',
  });
  await expect(imports.startUpload({ fileName: 'huge.csv', sizeBytes: 200_000_000 })).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    data: { limitBytes: IMPORT_LIMIT_BYTES },
  });
});

test('an upload takes no more than announced, refuses gaps, and counts a repeated part once', async () => {
  const { imports } = manager();
  const part = (text: string) => new File([text], 'a.csv');
  const { fileId } = await imports.startUpload({ fileName: 'a.csv', sizeBytes: 12 });
  await imports.upload({ fileId, offset: 0, part: part('Name\nT') });
  await expect(imports.upload({ fileId, offset: 8, part: part('ea') })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  expect(await imports.upload({ fileId, offset: 0, part: part('Name\nT') })).toEqual({ receivedBytes: 6 });
  await expect(imports.examine({ fileId })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await expect(imports.upload({ fileId, offset: 6, part: part('ea\nCoffee') })).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
  });
  await imports.upload({ fileId, offset: 6, part: part('ea\nMug') });
  expect((await imports.examine({ fileId })).rows).toBe(2);
});

test('a file belongs to one person, and is deleted when discarded', async () => {
  const fileId = await upload(manager(), 'Name\nTea');
  const unknown = { code: 'NOT_FOUND' };
  await expect(shop.as('admin').imports.examine({ fileId })).rejects.toMatchObject(unknown);
  await shop.as('admin').imports.discard({ fileId });
  expect((await manager().imports.examine({ fileId })).rows).toBe(1);
  await manager().imports.discard({ fileId });
  await expect(manager().imports.examine({ fileId })).rejects.toMatchObject(unknown);
});

test('a file is read with the chosen encoding and separator where the detected ones are wrong', async () => {
  const fileId = await upload(manager(), Buffer.from('Name,Price\nŁódź,2\n', 'utf8'));
  const examined = await manager().imports.examine({ fileId, encoding: 'windows-1252', separator: ';' });
  expect(examined.columns.map(({ heading }) => heading)).toEqual(['Name,Price']);
  expect(examined.choices).toMatchObject({ encoding: 'windows-1252', separator: ';' });
});

test('a file without a name column is refused, and so is a field assigned to two columns', async () => {
  const { imports } = manager();
  const { fileId, choices } = await looked(manager(), 'A,B\nTea,1\n');
  expect(choices.fields).toEqual([null, null]);
  const nameless = { code: 'NAME_COLUMN_MISSING' };
  await expect(imports.preview({ fileId, choices })).rejects.toMatchObject(nameless);
  await expect(imports.start({ fileId, choices })).rejects.toMatchObject(nameless);
  const twice = { ...choices, fields: ['name' as const, 'name' as const] };
  await expect(imports.preview({ fileId, choices: twice })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test('the choices for the same headings are remembered, whatever the format of the next file', async () => {
  const chosen = {
    wrongCheckDigit: 'refuse',
    missingPrice: 'inactive',
    unit: 'kg',
    taxRateMilliPercent: 9000,
  } as const;
  const fields = ['description', 'name'] as const;
  await imported(manager(), 'Odd heading,Another\nx,Tea\n', { ...chosen, fields: [...fields] });
  const again = await looked(manager(), 'ODD_HEADING;another\nx;Mug 1,5\ny;Pot\n');
  expect(again.isRemembered).toBe(true);
  expect(again.choices).toMatchObject({ ...chosen, fields, separator: ';' });
  expect((await looked(manager(), 'Odd heading,Other\nx,Tea\n')).isRemembered).toBe(false);
});
