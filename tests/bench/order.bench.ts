import { rmSync } from 'node:fs';
import type { Handle } from '#main/platform/database/database';
import type { ContractClient } from '#shared/contract/index';
import { startApp } from '../support/app';
import { connect } from '../support/socket-client';
import { bareSale, LINES } from './bare-sale';
import { codesInMix, makeBenchStore, openBenchShop, openCopy } from './bench-shop';
import { median, millisecondsOf, printRatio, printTime } from './measure';

const ROUNDS = 7;
const ORDERS_A_ROUND = 60;

/** Makes the calls of a window; each call that changes something needs a key of its own. */
type Till = Pick<ContractClient, 'sales'>;

let orders = 0;

/** Five scans and the payment, from the first scan to the receipt. */
async function order({ sales }: Till, codes: readonly string[]): Promise<void> {
  let ticketId = 0;
  for (let line = 0; line < LINES; line += 1) {
    const code = codes[(orders * LINES + line) % codes.length] as string;
    ({ ticketId } = await sales.scan({ code }));
  }
  orders += 1;
  await sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 100_000_00 }] });
}

interface Measured {
  name: string;
  atMost: number;
  till: Till;
  codes: readonly string[];
  bare: () => void;
  /** Between two rounds, while the shop is idle. */
  rest: () => Promise<void> | void;
}

async function measure({ name, atMost, till, codes, bare, rest }: Measured): Promise<void> {
  const ratios: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = { order: [] as number[], bare: [] as number[] };
    for (let index = 0; index < ORDERS_A_ROUND; index += 1) {
      times.order.push(await millisecondsOf(() => order(till, codes)));
      times.bare.push(await millisecondsOf(bare));
    }
    await rest();
    // The first round warms up and is not counted.
    if (round === 0) continue;
    ratios.push(median(times.order) / median(times.bare));
    all.push(...times.order);
  }
  printRatio({ name: `${name} : bare transaction`, atMost, rounds: ratios });
  printTime(name, all);
}

const checkpoint = (...files: Handle[]): void => {
  for (const file of files) file.pragma('wal_checkpoint(PASSIVE)');
};

const shop = await openBenchShop();
const bareFile = openCopy(shop, 'bare.sqlite');
const bare = bareSale(bareFile);
const { handle } = shop.store.database;
await measure({
  name: 'five scans and the payment, in process',
  atMost: 8.7,
  till: shop.as('cashier'),
  codes: codesInMix(handle),
  bare,
  rest: () => checkpoint(handle, bareFile),
});

const { folder, token, codes } = await makeBenchStore();
const app = await startApp(folder);
const client = await connect(app.url);
client.signIn(token);
try {
  await measure({
    name: 'five scans and the payment, over the socket',
    atMost: 15,
    till: client.calls,
    codes,
    bare,
    rest: () => checkpoint(bareFile),
  });
} finally {
  client.close();
  await app.stop();
  rmSync(folder, { recursive: true });
  bareFile.close();
  await shop.close();
}
