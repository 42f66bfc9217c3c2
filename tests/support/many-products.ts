import type { Handle } from '#main/platform/database/database';
import { checkDigit } from '#shared/kernel/barcode';
import { searchDocument } from '#shared/kernel/search-text';

const BRANDS = [
  ...['Alnatura', 'Barilla', 'Danone', 'Nestlé', 'Lavazza', 'Lindt', 'Heinz', 'Knorr', 'Oatly', 'Alpro'],
  ...['Ferrero', 'Haribo', 'Dr. Oetker', 'Bonne Maman', 'Häagen-Dazs', 'Jacobs', 'Twinings', 'Volvic'],
  ...['San Pellegrino', 'Müller', 'Président', 'Kerrygold', 'Iglo', 'De Cecco', 'Mutti', 'Kühne'],
];
const KINDS = [
  ...['Organic', 'Fresh', 'Wholegrain', 'Classic', 'Light', 'Spicy', 'Creamy', 'Crunchy', 'Roasted'],
  ...['Smoked', 'Salted', 'Sweet', 'Dark', 'White', 'Red', 'Golden', 'Original', 'Premium', 'Vegan'],
];
const GOODS = [
  ...['Apple Juice', 'Orange Juice', 'Tomato Sauce', 'Spaghetti', 'Basmati Rice', 'Oat Milk', 'Whole Milk'],
  ...['Greek Yoghurt', 'Butter', 'Cheddar Cheese', 'Gouda', 'Chocolate Bar', 'Strawberry Jam', 'Honey'],
  ...['Peanut Butter', 'Corn Flakes', 'Coffee Beans', 'Green Tea', 'Mineral Water', 'Lemonade', 'Ice Cream'],
  ...['Frozen Pizza', 'Potato Crisps', 'Almonds', 'Olive Oil', 'Vinegar', 'Mustard', 'Ketchup', 'Lentils'],
  ...['Tuna', 'Salami', 'Tofu', 'Toast', 'Croissant', 'Gummy Bears', 'Crème Brûlée', 'Jalapeño Dip'],
];
const SIZES = ['100 g', '150 g', '250 g', '330 ml', '500 g', '750 ml', '1 kg', '1 l', '1.5 l', '6 x 330 ml'];

const CATEGORIES = 200;
const ROOT_CATEGORIES = 20;
const ACTIVE_SHARE = 0.95;

/**
 * Fills a store with grocery products, each with a barcode, a price, a category and a search document, but no stock;
 * the products are the same on each run. For tests and benchmarks: it bypasses the services, writes in one transaction,
 * and takes some seconds for 100,000.
 * @param accountId the creator of the products
 */
export function fillProducts(handle: Handle, count: number, accountId = 1): void {
  const random = randomNumbers(20_261_120);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const insert = insertsOf(handle, accountId);
  handle.transaction(() => {
    const categoryIds = Array.from({ length: CATEGORIES }, (_, index) => insert.category(index));
    for (let number = 1; number <= count; number += 1) {
      const goods = pick(GOODS);
      insert.product({
        name: `${pick(BRANDS)} ${pick(KINDS)} ${goods} ${pick(SIZES)}`,
        sku: `F${String(number).padStart(6, '0')}`,
        code: ean13(number),
        description: random() < 0.5 ? `${pick(KINDS)} ${goods.toLowerCase()}, a favourite of the family` : '',
        categoryId: pick(categoryIds),
        priceMinor: 50 + Math.floor(random() * 2_950),
        status: random() < ACTIVE_SHARE ? 'active' : 'archived',
        createdAt: 1_700_000_000_000 + number * 1_000,
      });
    }
  })();
}

interface Filled {
  name: string;
  sku: string;
  code: string;
  description: string;
  categoryId: number;
  priceMinor: number;
  status: string;
  createdAt: number;
}

function insertsOf(handle: Handle, accountId: number) {
  const category = handle.prepare(
    `INSERT INTO category (parent_id, code, name, created_at, created_by_id, changed_at, changed_by_id)
     VALUES (?, ?, ?, 0, ?, 0, ?)`,
  );
  const product = handle.prepare(
    `INSERT INTO product (name, description, sku, category_id, price_minor, cost_minor, unit, tax_rate_milli_percent,
       status, created_at, created_by_id, changed_at, changed_by_id)
     VALUES (@name, @description, @sku, @categoryId, @priceMinor, CAST(@priceMinor * 0.6 AS INTEGER), 'piece', 9000,
       @status, @createdAt, @accountId, @createdAt, @accountId)`,
  );
  const barcode = handle.prepare(
    `INSERT INTO product_barcode (product_id, code, kind) VALUES (?, ?, 'ean13')`,
  );
  const document = handle.prepare(
    'INSERT INTO product_search (rowid, text, starts) VALUES (CAST(? AS INTEGER), ?, ?)',
  );
  const roots: number[] = [];
  return {
    category(index: number): number {
      const parentId = index < ROOT_CATEGORIES ? null : roots[index % ROOT_CATEGORIES];
      const name = `Category ${index + 1}`;
      const id = Number(
        category.run(parentId, `filled-${index + 1}`, name, accountId, accountId).lastInsertRowid,
      );
      if (parentId === null) roots.push(id);
      return id;
    },
    product(filled: Filled): void {
      const id = Number(product.run({ ...filled, accountId }).lastInsertRowid);
      const { text, starts } = searchDocument({ ...filled, codes: filled.code });
      barcode.run(id, filled.code);
      document.run(id, text, starts);
    },
  };
}

function ean13(number: number): string {
  const digits = `40${String(number * 7).padStart(10, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

/** The same sequence of numbers from 0 up to 1 on each run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
