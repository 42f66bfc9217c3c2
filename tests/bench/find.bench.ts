import { txOf } from '../support/connections';
import { codesInMix, openBenchShop } from './bench-shop';
import { median, millisecondsOf, print, printRatio, printTime, quantile } from './measure';

const ROUNDS = 7;
const LOOKUPS_A_ROUND = 2000;
const SEARCH_LIMIT_MS = 5;

const shop = await openBenchShop();
const { handle, reader } = shop.store.database;
const codes = codesInMix(handle);
const products = shop.store.services.products.in(txOf(shop.store));

const bare = reader.prepare<[string]>(
  `SELECT p.id, p.name, p.price_minor,
     (SELECT SUM(e.on_hand_milli - e.reserved_milli) FROM stock_entry e WHERE e.product_id = p.id) AS available_milli
   FROM product_barcode b JOIN product p ON p.id = b.product_id WHERE b.code = ?`,
);
const ratios: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const times = { ours: [] as number[], bare: [] as number[] };
  // A single look-up is too short for the clock, so each measurement covers a hundred.
  for (let index = 0; index < LOOKUPS_A_ROUND; index += 100) {
    const hundred = codes.slice((round * LOOKUPS_A_ROUND + index) % 9000).slice(0, 100);
    times.ours.push(
      await millisecondsOf(() => {
        for (const code of hundred) products.findByCode(code);
      }),
    );
    times.bare.push(
      await millisecondsOf(() => {
        for (const code of hundred) bare.get(code);
      }),
    );
  }
  if (round > 0) ratios.push(median(times.ours) / median(times.bare));
}
printRatio({ name: 'product by barcode with stock : bare prepared look-up', atMost: 2, rounds: ratios });

/** Product names that a person might start to type; each start of them is searched for. */
const names = reader.prepare('SELECT name FROM product WHERE id % 997 = 0').pluck().all() as string[];
const { catalogue } = shop.as('cashier');
const byLength = new Map<number, number[]>();
const all: number[] = [];
for (const name of names.slice(0, 100)) {
  for (let length = 1; length <= Math.min(12, name.length); length += 1) {
    const text = name.slice(0, length);
    const took = await millisecondsOf(() => catalogue.findProducts({ text, limit: 50 }));
    all.push(took);
    byLength.set(length, [...(byLength.get(length) ?? []), took]);
  }
}
for (const [length, times] of byLength)
  printTime(`search of ${length} characters, with its total, through the router`, times);
const share = all.filter((took) => took < SEARCH_LIMIT_MS).length / all.length;
printTime('search as one types, all', all);
print(
  `${(share * 100).toFixed(1)} % of searches under ${SEARCH_LIMIT_MS} ms ${share >= 0.95 ? 'ok (95 % asked)' : 'UNDER the 95 % asked'}, slowest ${quantile(all, 1).toFixed(1)} ms`,
);
await shop.close();
