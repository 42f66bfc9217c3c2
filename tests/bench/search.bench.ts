import { rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import type { ContractClient } from '#shared/contract/index';
import { startApp } from '../support/app';
import { connect } from '../support/socket-client';
import { makeBenchStore, PRODUCTS } from './bench-shop';
import { millisecondsOf, print, printTime, quantile } from './measure';

const SIZES = [PRODUCTS, 1_000_000];
const NAMES = 100;
const SEARCH_LIMIT_MS = 5;
const ROUNDS = 4;

/** The first pages that a person gets while typing, in the default order. */
const SEARCHES: Record<string, (calls: ContractClient, text: string) => Promise<unknown>> = {
  'product list': ({ catalogue }, text) => catalogue.listProducts({ search: text, limit: 50 }),
  'till search box': ({ catalogue }, text) => catalogue.findProducts({ text, limit: 50 }),
};

/** The first one and two characters of product names. */
function shortTexts(file: string): string[] {
  const handle = new SqliteDatabase(file, { readonly: true });
  const names = handle
    .prepare<[number], string>('SELECT name FROM product WHERE id % 997 = 0 LIMIT ?')
    .pluck()
    .all(NAMES);
  handle.close();
  return names.flatMap((name) => [name.slice(0, 1), name.slice(0, 2)]);
}

for (const products of SIZES) {
  const { folder, token } = await makeBenchStore('manager', products);
  const texts = shortTexts(`${folder}/store.sqlite`);
  const app = await startApp(folder);
  const client = await connect(app.url);
  client.signIn(token);
  print(`${products} products, one or two characters, over the socket`);
  for (const [name, search] of Object.entries(SEARCHES)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const text of texts) {
        const took = await millisecondsOf(() => search(client.calls, text));
        // The first round warms up and is not counted.
        if (round > 0) times.push(took);
      }
    }
    const share = times.filter((took) => took < SEARCH_LIMIT_MS).length / times.length;
    printTime(`  ${name}`, times);
    print(
      `  ${(share * 100).toFixed(1)} % under ${SEARCH_LIMIT_MS} ms ${share >= 0.95 ? 'ok (95 % asked)' : 'UNDER the 95 % asked'}, slowest ${quantile(times, 1).toFixed(1)} ms`,
    );
  }
  client.close();
  await app.stop();
  rmSync(folder, { recursive: true });
}
