import type { ImportField } from '#shared/contract/imports';

/** Headings of each field in files of shops, tills and wholesalers; compared without case, punctuation and spaces. */
const HEADINGS: Record<ImportField, readonly string[]> = {
  name: [
    ...['name', 'product', 'product name', 'item', 'item name', 'title', 'article', 'article name'],
    ...['artikel', 'bezeichnung', 'produkt', 'nom', 'produit', 'nombre', 'producto', 'nome', 'naam'],
  ],
  description: ['description', 'long description', 'details', 'notes', 'beschreibung', 'descripción'],
  sku: [
    ...['sku', 'code', 'stock code', 'item code', 'product code', 'article number', 'article no', 'item no'],
    ...['item number', 'product id', 'plu', 'ref', 'reference', 'artikelnummer', 'art nr', 'référence'],
  ],
  barcode: [
    ...[
      'barcode',
      'barcodes',
      'bar code',
      'ean',
      'ean13',
      'ean 13',
      'ean8',
      'gtin',
      'gtin13',
      'gtin14',
      'upc',
    ],
    ...['upca', 'upc a', 'ean code', 'isbn', 'strichcode', 'código de barras', 'code barre', 'code barres'],
  ],
  category: [
    'category',
    'categories',
    'product category',
    'group',
    'product group',
    'department',
    'kategorie',
  ],
  price: [
    ...[
      'price',
      'unit price',
      'sale price',
      'selling price',
      'sales price',
      'retail price',
      'rrp',
      'price each',
    ],
    ...['preis', 'verkaufspreis', 'vk', 'prix', 'precio', 'prezzo', 'prijs'],
  ],
  cost: [
    ...['cost', 'cost price', 'unit cost', 'purchase price', 'buying price', 'wholesale price'],
    ...['einkaufspreis', 'ek'],
  ],
  unit: ['unit', 'units', 'uom', 'unit of measure', 'measure', 'sold by', 'einheit'],
  taxRate: [
    'tax',
    'tax rate',
    'tax percent',
    'vat',
    'vat rate',
    'vat percent',
    'gst',
    'mwst',
    'ust',
    'iva',
    'tva',
  ],
  discount: ['discount', 'discount percent', 'standing discount', 'permanent discount', 'rabatt', 'remise'],
  status: ['status', 'active', 'state', 'is active', 'enabled'],
  threshold: [
    ...[
      'threshold',
      'low stock level',
      'low stock',
      'low stock threshold',
      'reorder level',
      'reorder point',
      'minimum',
      'min stock',
    ],
    ...['minimum stock', 'mindestbestand'],
  ],
  reorder: ['reorder', 'reorder quantity', 'reorder qty', 'order quantity', 'order qty'],
  supplier: [
    'supplier',
    'preferred supplier',
    'supplier name',
    'vendor',
    'brand owner',
    'lieferant',
    'fournisseur',
  ],
  stock: [
    ...[
      'stock',
      'quantity',
      'qty',
      'on hand',
      'quantity on hand',
      'in stock',
      'stock on hand',
      'stock quantity',
    ],
    ...['opening stock', 'current stock', 'inventory', 'bestand', 'menge'],
  ],
};

const FIELD_OF = new Map(
  Object.entries(HEADINGS).flatMap(([field, headings]) =>
    headings.map((heading) => [plain(heading), field as ImportField] as const),
  ),
);

/**
 * The likely field of each column, by its heading; null if no heading matches. If two columns match the same
 * field, the first gets it. If no column matches the name, the description is used as the name.
 */
export function guessFields(headings: readonly string[]): (ImportField | null)[] {
  const fields: (ImportField | null)[] = [];
  for (const heading of headings) {
    const field = FIELD_OF.get(plain(heading)) ?? null;
    fields.push(field !== null && fields.includes(field) ? null : field);
  }
  if (fields.includes('name')) return fields;
  return fields.map((field) => (field === 'description' ? 'name' : field));
}

/**
 * The key under which a file's headings are remembered; headings that differ only in case and punctuation are equal.
 */
export function headingKey(headings: readonly string[]): string {
  return JSON.stringify(headings.map(plain));
}

/** "Unit_Price" and "UNIT PRICE" are the same; "Tax %" is the tax percent. */
function plain(heading: string): string {
  return heading
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
