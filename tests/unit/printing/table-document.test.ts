import { expect, test } from 'vitest';
import { TableDocument } from '#main/platform/printing/table-document';
import { readPdf } from '../../support/pdf-text';

const columns = [
  { heading: 'Product', share: 3 },
  { heading: 'On hand', share: 1, align: 'right' },
] as const;

const documentOf = (facts: readonly string[] = []) =>
  new TableDocument({
    title: 'Stock',
    facts,
    columns,
    pageText: (page, of) => `Page ${page} of ${of}`,
  });

const read = async (document: TableDocument) => readPdf(await document.bytes());

test('a table document has its title and facts once, then headings and rows', async () => {
  const document = documentOf(['Corner Shop', '20 Nov 2026']);
  document.row(['Чай ½ λίτρο', '12']);
  document.boldRow(['Total', '12']);
  const { pages, fonts, embeddedFonts } = await read(document);
  expect(pages).toHaveLength(1);
  expect(pages[0]?.split('\n')).toEqual([
    'Stock',
    'Corner Shop',
    '20 Nov 2026',
    'ProductOn hand',
    'Чай ½ λίτρο12',
    'Total12',
    'Page 1 of 1',
  ]);
  expect(embeddedFonts).toBe(fonts);
});

test('a table document repeats the headings and numbers the pages, and loses no row', async () => {
  const document = documentOf();
  const names = Array.from({ length: 130 }, (_, index) => `Product no. ${index};`);
  for (const name of names) document.row([name, '1']);
  const { pages, text } = await read(document);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('ProductOn hand');
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  }
  expect(text.match(/Product no\. \d+;/g)).toEqual(names);
});

test('a table document without rows is one page with its headings', async () => {
  const { pages } = await read(documentOf());
  expect(pages).toEqual(['Stock\nProductOn hand\nPage 1 of 1']);
});

test('a cell longer than a page continues on the next', async () => {
  const document = documentOf();
  document.row([Array.from({ length: 200 }, (_, index) => `line ${index}`).join('\n'), '1']);
  document.row(['after', '2']);
  const { pages, text } = await read(document);
  expect(pages.length).toBeGreaterThan(2);
  expect(text.match(/line \d+/g)).toHaveLength(200);
  expect(pages.at(-1)).toContain('after2');
});
