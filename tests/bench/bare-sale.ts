import type { Handle } from '#main/platform/database/database';

/** The lines of a measured sale. */
export const LINES = 5;

/** A transaction with the minimum that any till must do: one sale, five lines, movements and levels, one payment. */
export function bareSale(handle: Handle): () => void {
  handle.exec(`
    CREATE TABLE bare_sale (id INTEGER PRIMARY KEY, number TEXT, at INTEGER, total INTEGER, account INTEGER);
    CREATE TABLE bare_line (id INTEGER PRIMARY KEY, sale INTEGER, product INTEGER, name TEXT, quantity INTEGER,
      price INTEGER, tax_rate INTEGER, net INTEGER, tax INTEGER);
    CREATE INDEX bare_line_sale ON bare_line(sale);
    CREATE TABLE bare_movement (id INTEGER PRIMARY KEY, at INTEGER, product INTEGER, location INTEGER,
      quantity INTEGER, before INTEGER, after INTEGER, cost INTEGER, cause INTEGER);
    CREATE INDEX bare_movement_product ON bare_movement(product, id);
    CREATE TABLE bare_level (product INTEGER PRIMARY KEY, on_hand INTEGER);
    INSERT INTO bare_level SELECT product_id, on_hand_milli FROM stock_entry;
    CREATE TABLE bare_payment (id INTEGER PRIMARY KEY, sale INTEGER, kind TEXT, amount INTEGER);
    CREATE INDEX bare_payment_sale ON bare_payment(sale);
  `);
  const sale = handle.prepare('INSERT INTO bare_sale (number, at, total, account) VALUES (?, ?, ?, ?)');
  const line = handle.prepare(
    'INSERT INTO bare_line (sale, product, name, quantity, price, tax_rate, net, tax) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const movement = handle.prepare(
    'INSERT INTO bare_movement (at, product, location, quantity, before, after, cost, cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const level = handle.prepare(
    'UPDATE bare_level SET on_hand = on_hand + CAST(? AS INTEGER) WHERE product = ?',
  );
  const payment = handle.prepare('INSERT INTO bare_payment (sale, kind, amount) VALUES (?, ?, ?)');
  let count = 0;
  return handle.transaction(() => {
    count += 1;
    const { lastInsertRowid: id } = sale.run(`T1-${count}`, count, 1000, 1);
    for (let index = 0; index < LINES; index += 1) {
      const product = 1 + (((count * LINES + index) * 7919) % 10_000);
      line.run(id, product, 'A product of the shop', 1000, 200, 21_000, 165, 35);
      movement.run(count, product, 1, -1000, 5000, 4000, 100, id);
      level.run(-1000, product);
    }
    payment.run(id, 'cash', 1000);
  });
}
