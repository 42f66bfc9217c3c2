import type { Store } from '#main/store';
import type { ContractClient } from '#shared/contract/index';
import { clientOf, openTestStore } from '../support/test-store';
import { copyShop, openBenchShop, openCopy } from './bench-shop';
import { millisecondsOf, tellRatio, tellTime } from './measure';
import { StatementTape, type Step, TapePlayer } from './statement-tape';

const ROUNDS = 9;
const LINES = 500;
const PLACES = [1, 2] as const;

/** Begins a transfer there or, each second time, back again, with 500 lines; answers with it as it then is. */
async function fill({ transfers }: ContractClient, round: number): Promise<{ id: number; version: number }> {
  const [fromLocationId, toLocationId] = round % 2 === 0 ? PLACES : [PLACES[1], PLACES[0]];
  const { id } = await transfers.begin({ fromLocationId, toLocationId });
  for (let productId = 1; productId <= LINES; productId += 1) {
    await transfers.addLine({ transferId: id, productId, quantityMilli: 1000 });
  }
  const { version } = await transfers.get({ id });
  return { id, version };
}

const keyOf = (round: number) => `00000000-0000-4000-8000-${String(round).padStart(12, '0')}`;

/** The call that sends a transfer, with its key; making the client is the bench's, not the stockroom's. */
function sending(
  store: Store,
  draft: { id: number; version: number },
  round: number,
): () => Promise<unknown> {
  const { send } = clientOf(store, token, keyOf(round)).transfers;
  return () => send(draft);
}

/** The statements of filling and of sending, recorded on a store of its own. */
async function record(folder: string): Promise<Array<{ filled: Step[]; sent: Step[] }>> {
  const store = await openTestStore(folder, shop.time);
  const tape = new StatementTape();
  const stop = tape.record(store.database.handle);
  const recorded: Array<{ filled: Step[]; sent: Step[] }> = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const draft = await fill(clientOf(store, token), round);
    const filled = tape.cut();
    await sending(store, draft, round)();
    recorded.push({ filled, sent: tape.cut() });
  }
  stop();
  await store.close();
  return recorded;
}

const shop = await openBenchShop();
const token = shop.tokenOf('storekeeper');
const calls = shop.as('storekeeper');

const recorded = await record(copyShop(shop, 'recorded'));
const replayed = openCopy(shop, 'replayed.sqlite');
const player = new TapePlayer(replayed);

const ratios: number[] = [];
const all: number[] = [];
const bare: number[] = [];
for (const [round, { filled, sent }] of recorded.entries()) {
  const draft = await fill(calls, round);
  const ours = await millisecondsOf(sending(shop.store, draft, round));
  player.prepare([...filled, ...sent]);
  player.play(filled);
  const theirs = await millisecondsOf(() => player.play(sent));
  // The first round warms up and is not counted.
  if (round === 0) continue;
  ratios.push(ours / theirs);
  all.push(ours);
  bare.push(theirs);
}

tellRatio({ name: '500-line transfer through the router : its own statements', atMost: 1.5, rounds: ratios });
tellTime('500-line transfer through the router', all);
tellTime('its own statements', bare);
replayed.close();
await shop.close();
