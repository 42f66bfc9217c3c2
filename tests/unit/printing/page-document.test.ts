import { expect, test } from 'vitest';
import { PageDocument } from '#main/platform/printing/page-document';
import { readPdf } from '../../support/pdf-text';

const columns = [
  { heading: 'Product', share: 3 },
  { heading: 'On hand', share: 1, align: 'right' },
] as const;

interface Content {
  rows?: string[][];
  total?: string[];
  lines?: string[];
}

async function read({ rows = [], total, lines = [] }: Content) {
  const document = new PageDocument('Stock');
  document.heading('Stock');
  document.lines(lines);
  document.table({ columns, rows, total });
  return readPdf(await document.bytes((page, pages) => `Page ${page} of ${pages}`));
}

test('a document has its heading and lines once, then headings and rows', async () => {
  const { pages, fonts, embeddedFonts } = await read({
    lines: ['Corner Shop', '20 Nov 2026'],
    rows: [['Чай ½ λίτρο', '12']],
    total: ['Total', '12'],
  });
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

test('a table repeats its headings, the pages are numbered, and no row is lost', async () => {
  const names = Array.from({ length: 130 }, (_, index) => `Product no. ${index};`);
  const { pages, text } = await read({ rows: names.map((name) => [name, '1']) });
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('ProductOn hand');
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  }
  expect(text.match(/Product no\. \d+;/g)).toEqual(names);
});

test('a table without rows is one page with its headings', async () => {
  const { pages } = await read({});
  expect(pages).toEqual(['Stock\nProductOn hand\nPage 1 of 1']);
});

test('a cell longer than a page continues on the next', async () => {
  const long = Array.from({ length: 200 }, (_, index) => `line ${index}`).join('\n');
  const { pages, text } = await read({
    rows: [
      [long, '1'],
      ['after', '2'],
    ],
  });
  expect(pages.length).toBeGreaterThan(2);
  expect(text.match(/line \d+/g)).toHaveLength(200);
  expect(pages.at(-1)).toContain('after2');
});
