import { expect, test } from 'vitest';
import { guessFields, headingKey } from '#main/features/imports/column-guess';

test.for([
  ['name', ['Name', 'Product', 'PRODUCT_NAME', 'Item name', 'Title', 'Artikel']],
  ['sku', ['SKU', 'Code', 'StockCode', 'Stock code', 'Item No.', 'PLU']],
  ['barcode', ['Barcode', 'EAN', 'EAN-13', 'GTIN', 'UPC', 'Bar code']],
  ['category', ['Category', 'Product group', 'Department']],
  ['price', ['Price', 'UnitPrice', 'Unit price', 'Price (EUR)', 'RRP', 'Verkaufspreis']],
  ['cost', ['Cost', 'Cost price', 'UnitCost', 'Purchase price']],
  ['unit', ['Unit', 'UOM', 'Unit of measure']],
  ['taxRate', ['Tax %', 'VAT', 'VAT rate', 'TaxRate', 'MwSt.']],
  ['discount', ['Discount %', 'Discount']],
  ['status', ['Status', 'Active']],
  ['threshold', ['Threshold', 'Low stock threshold', 'Reorder level', 'Min. stock']],
  ['reorder', ['Reorder quantity', 'Reorder qty', 'ReorderQuantity']],
  ['supplier', ['Supplier', 'Vendor', 'Preferred supplier']],
  ['stock', ['Stock', 'Quantity', 'Qty', 'On hand', 'QuantityOnHand']],
] as const)('a column of %s is recognized by each of its usual headings', ([field, headings]) => {
  expect(headings.map((heading) => guessFields([heading, 'Name'])[0])).toEqual(headings.map(() => field));
});

test('an unknown heading is ignored, and so is the second column for a field', () => {
  expect(guessFields(['Name', 'Colour', '', 'Title', 'Price'])).toEqual(['name', null, null, null, 'price']);
});

test('the description is used as the name where no column has that heading', () => {
  expect(guessFields(['StockCode', 'Description', 'UnitPrice'])).toEqual(['sku', 'name', 'price']);
  expect(guessFields(['Name', 'Description'])).toEqual(['name', 'description']);
});

test('headings that differ only in case and punctuation are remembered as the same', () => {
  expect(headingKey(['Unit_Price', 'EAN-13'])).toBe(headingKey(['unit price', 'Ean 13']));
  expect(headingKey(['Price', 'Name'])).not.toBe(headingKey(['Name', 'Price']));
});
