import type { Handle } from '#main/platform/database/database';
import type { Store } from '#main/store';
import { clientOf, openTestStore } from '../support/test-store';
import { copyShop, openBenchShop, openCopy } from './bench-shop';
import { median, millisecondsOf, printRatio, printTime } from './measure';
import { StatementTape, type Step, TapePlayer } from './statement-tape';

const ROUNDS = 7;
const TRANSFERS_A_ROUND = 8;
const LINES = 500;

interface Draft {
  id: number;
  version: number;
}

/** Starts a transfer, in the other direction every second time. */
async function start(store: Store, index: number): Promise<Draft> {
  const [fromLocationId, toLocationId] = index % 2 === 0 ? ([1, 2] as const) : ([2, 1] as const);
  return clientOf(store, token, keyOf('b', index)).transfers.start({ fromLocationId, toLocationId });
}

/** Adds 500 lines to a draft, bypassing the calls, since filling it is not measured. */
function fill(handle: Handle, { id }: Draft): void {
  handle
    .prepare(
      `INSERT INTO transfer_line (transfer_id, position, product_id, quantity_milli)
       SELECT ?, id, id, 1000 FROM product WHERE id <= ${LINES}`,
    )
    .run(id);
}

const keyOf = (call: 'b' | 'c', index: number) =>
  `00000000-0000-4000-${call}000-${String(index).padStart(12, '0')}`;

/** The call that sends a transfer, with its key; the time to create the client is not measured. */
function sending(store: Store, { id, version }: Draft, index: number): () => Promise<unknown> {
  const { post } = clientOf(store, token, keyOf('c', index)).transfers;
  return () => post({ id, version });
}

/** The statements of starting and sending, recorded on a separate store. */
async function record(folder: string): Promise<Array<{ started: Step[]; sent: Step[]; draft: Draft }>> {
  const store = await openTestStore(folder, shop.time);
  const tape = new StatementTape();
  const stop = tape.record(store.database.handle);
  const recorded: Array<{ started: Step[]; sent: Step[]; draft: Draft }> = [];
  for (let index = 0; index < ROUNDS * TRANSFERS_A_ROUND; index += 1) {
    const draft = await start(store, index);
    const started = tape.cut();
    fill(store.database.handle, draft);
    tape.cut();
    await sending(store, draft, index)();
    recorded.push({ started, sent: tape.cut(), draft });
  }
  stop();
  await store.close();
  return recorded;
}

const shop = await openBenchShop();
const token = shop.tokenOf('storekeeper');

const recorded = await record(copyShop(shop, 'recorded'));
const replayed = openCopy(shop, 'replayed.sqlite');
const player = new TapePlayer(replayed);

const ratios: number[] = [];
const all: number[] = [];
const bare: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const times = { router: [] as number[], statements: [] as number[] };
  for (let one = 0; one < TRANSFERS_A_ROUND; one += 1) {
    const index = round * TRANSFERS_A_ROUND + one;
    const draft = await start(shop.store, index);
    fill(shop.store.database.handle, draft);
    times.router.push(await millisecondsOf(sending(shop.store, draft, index)));
    const { started, sent, draft: kept } = recorded[index] as (typeof recorded)[number];
    player.prepare([...started, ...sent]);
    player.play(started);
    fill(replayed, kept);
    times.statements.push(await millisecondsOf(() => player.play(sent)));
  }
  // The first round warms up and is not counted.
  if (round === 0) continue;
  ratios.push(median(times.router) / median(times.statements));
  all.push(...times.router);
  bare.push(...times.statements);
}

printRatio({
  name: '500-line transfer through the router : its own statements',
  atMost: 1.5,
  rounds: ratios,
});
printTime('500-line transfer through the router', all);
printTime('its own statements', bare);
replayed.close();
await shop.close();
