import type { Store } from '#main/store';
import type { ContractClient } from '#shared/contract/index';
import { clientOf, openTestStore } from '../support/test-store';
import { bareSale, LINES } from './bare-sale';
import { codesInMix, copyShop, openBenchShop, openCopy } from './bench-shop';
import { median, millisecondsOf, printRatio, printTime } from './measure';
import { StatementTape, type Step, TapePlayer } from './statement-tape';

const ROUNDS = 7;
const SALES_A_ROUND = 60;

/** Scans five products; returns the id of the ticket. */
async function fillTicket(calls: ContractClient, sale: number): Promise<number> {
  let ticketId = 0;
  for (let index = 0; index < LINES; index += 1) {
    const code = codes[(sale * LINES + index) % codes.length] as string;
    ({ ticketId } = await calls.sales.scan({ code }));
  }
  return ticketId;
}

const keyOf = (sale: number) => `00000000-0000-4000-8000-${String(sale).padStart(12, '0')}`;

/** The call that completes a ticket, with its key; the time to create the client is not measured. */
function completing(store: Store, ticketId: number, sale: number): () => Promise<unknown> {
  const { completeTicket } = clientOf(store, token, keyOf(sale)).sales;
  return () => completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 100_000_00 }] });
}

/**
 * The statements of each sale, recorded on a separate store, so that recording is not measured. The same file, clock,
 * session and keys produce the same statements.
 */
async function recordSales(folder: string): Promise<Array<{ scans: Step[]; sale: Step[] }>> {
  const store = await openTestStore(folder, shop.time);
  const tape = new StatementTape();
  const stop = tape.record(store.database.handle);
  const recorded: Array<{ scans: Step[]; sale: Step[] }> = [];
  for (let sale = 0; sale < ROUNDS * SALES_A_ROUND; sale += 1) {
    const ticketId = await fillTicket(clientOf(store, token), sale);
    const scans = tape.cut();
    await completing(store, ticketId, sale)();
    recorded.push({ scans, sale: tape.cut() });
  }
  stop();
  await store.close();
  return recorded;
}

const shop = await openBenchShop();
const codes = codesInMix(shop.store.database.handle);
const token = shop.tokenOf('cashier');
const calls = shop.as('cashier');

const recorded = await recordSales(copyShop(shop, 'recorded'));
const replayed = openCopy(shop, 'replayed.sqlite');
const player = new TapePlayer(replayed);
const bareFile = openCopy(shop, 'bare.sqlite');
const bare = bareSale(bareFile);
const files = [shop.store.database.handle, replayed, bareFile];

const againstBare: number[] = [];
const againstStatements: number[] = [];
const allSales: number[] = [];
const allBare: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const times = { router: [] as number[], statements: [] as number[], bare: [] as number[] };
  for (let index = 0; index < SALES_A_ROUND; index += 1) {
    const number = round * SALES_A_ROUND + index;
    const ticketId = await fillTicket(calls, number);
    times.router.push(await millisecondsOf(completing(shop.store, ticketId, number)));
    const { scans, sale } = recorded[number] as (typeof recorded)[number];
    player.prepare([...scans, ...sale]);
    player.play(scans);
    times.statements.push(await millisecondsOf(() => player.play(sale)));
    times.bare.push(await millisecondsOf(bare));
  }
  // As the shop does whenever it is idle: from the second round on, each WAL is overwritten from its start. A commit to
  // a growing WAL costs the disk half as much again.
  for (const file of files) file.pragma('wal_checkpoint(PASSIVE)');
  // The first round warms up and is not counted.
  if (round === 0) continue;
  againstBare.push(median(times.router) / median(times.bare));
  againstStatements.push(median(times.router) / median(times.statements));
  allSales.push(...times.router);
  allBare.push(...times.bare);
}

printRatio({ name: 'five-line sale through the router : bare transaction', atMost: 2, rounds: againstBare });
printRatio({
  name: 'five-line sale through the router : its own statements',
  atMost: 1.25,
  rounds: againstStatements,
});
printTime('five-line sale through the router', allSales);
printTime('bare transaction', allBare);
replayed.close();
bareFile.close();
await shop.close();
