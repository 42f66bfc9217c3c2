import { setTimeout as wait } from 'node:timers/promises';
import type { FaultKind } from './power';
import { Random } from './random';
import { Report } from './report';
import { StoreUnderTorture } from './store-under-torture';

export interface TortureOptions {
  seed: number;
  kills: number;
  diskErrors: number;
  /** After this many rounds a new store is used, so that checks stay fast. */
  roundsPerStore?: number;
  /** Called after each round. */
  tell?: (line: string) => void;
}

const ROUNDS_PER_STORE = 60;
const LONGEST_WORK_MS = 900;
const LONGEST_CHANGE_MS = 20;
const LONGEST_COMMIT_MS = 0.6;
const FULL_CHECK_EVERY = 10;
/** A start takes about 400 ms. */
const LONGEST_START_MS = 500;
/** Housekeeping starts when nothing has been written for three seconds. */
const HOUSEKEEPING_MS = 2990;

type Round = 'kill' | 'disk error';

/** Kills the program and makes its disk fail at random moments of a shop's work, and checks everything each time. */
export async function torture({
  seed,
  kills,
  diskErrors,
  roundsPerStore = ROUNDS_PER_STORE,
  tell = () => undefined,
}: TortureOptions): Promise<Report> {
  const random = new Random(seed);
  const report = new Report(seed);
  const rounds = random.someOf<Round>(
    [...Array<Round>(kills).fill('kill'), ...Array<Round>(diskErrors).fill('disk error')],
    kills + diskErrors,
  );
  const left: (readonly [number, Round])[] = [...rounds.entries()];
  for (let number = 0; left.length > 0; number += 1) {
    const store = new StoreUnderTorture(report, random.for(number), number % 2 === 0);
    try {
      await store.open();
      const ofThisStore = left.splice(0, roundsPerStore);
      left.unshift(...(await runRounds(store, ofThisStore, { random, report, tell })));
    } catch (error) {
      // Without a finding, the harness itself is at fault.
      if (store.record.findings.length === 0) throw error;
    } finally {
      report.add(store.record);
      await store.dispose();
    }
  }
  return report;
}

interface Around {
  random: Random;
  report: Report;
  tell: (line: string) => void;
}

/** Runs rounds with one store until one finds something; returns the remaining rounds for a new store. */
async function runRounds(
  store: StoreUnderTorture,
  rounds: readonly (readonly [index: number, round: Round])[],
  { random, report, tell }: Around,
): Promise<(readonly [number, Round])[]> {
  for (const [position, [index, round]] of rounds.entries()) {
    store.record.round = index + 1;
    const what = await runRound(store, round, random.for(index, 1), report);
    store.check(index % FULL_CHECK_EVERY === 0 ? 'full' : 'quick');
    tell(progress(store, what));
    // Later findings in the same store may be a consequence of the first.
    if (store.record.findings.length > 0) return rounds.slice(position + 1);
  }
  return [];
}

function progress({ record, power }: StoreUnderTorture, what: string): string {
  const found = record.findings.map(({ what, detail }) => `\n  FINDING: ${what}\n  ${detail}`).join('');
  const disk = power.faultKinds.includes('full disk') ? 'small disk' : 'disk';
  return `round ${record.round}  ${what}  (${disk}; ${record.acknowledged} changes acknowledged)${found}`;
}

async function runRound(
  store: StoreUnderTorture,
  round: Round,
  random: Random,
  report: Report,
): Promise<string> {
  const [kind] = store.power.faultKinds;
  const what =
    round === 'disk error' && kind
      ? await breakDisk(store, random, report)
      : await random.weighted(CUTS).cut(store, random);
  report.count(round === 'kill' ? `kills: ${what}` : `disk errors: ${what}`);
  if (store.power.ending !== null) await store.restart();
  await store.settle();
  return what;
}

interface Cut {
  weight: number;
  cut(store: StoreUnderTorture, random: Random): Promise<string>;
}

/** The ways in which a program can end. */
const CUTS: readonly Cut[] = [
  { weight: 70, cut: killAtWork },
  { weight: 10, cut: killWhileIdle },
  { weight: 2, cut: killInHousekeeping },
  { weight: 10, cut: killInStart },
  { weight: 5, cut: stopInGoodOrder },
  { weight: 5, cut: killWhileStopping },
];

/** Lets people work until something has happened; a program that ended by itself is a finding. */
async function workUntil<T>(store: StoreUnderTorture, happens: () => Promise<T>): Promise<T> {
  let isOver = false;
  const work = store.work(() => isOver);
  try {
    return await happens();
  } finally {
    isOver = true;
    await work;
  }
}

function mustStillRun({ power, record }: StoreUnderTorture): void {
  if (power.ending) record.find('the program ended by itself', { ...power.ending, said: power.complaint });
}

async function killAtWork(store: StoreUnderTorture, random: Random): Promise<string> {
  await workUntil(store, async () => {
    await wait(random.between(30, LONGEST_WORK_MS));
    if (random.chance(0.7)) await whileAChangeIsMade(store, random);
    mustStillRun(store);
    await store.power.kill();
  });
  return 'at work';
}

/** Waits for the moment in which a change is being written, or is written and not yet answered. */
async function whileAChangeIsMade({ record, power }: StoreUnderTorture, random: Random): Promise<void> {
  await Promise.race([record.nextChange(), wait(LONGEST_WORK_MS)]);
  // Nothing else may run here: the moment is shorter than the time to read one response.
  await new Promise(setImmediate);
  const before = power.lastWrite();
  const latest = performance.now() + LONGEST_CHANGE_MS;
  while (power.lastWrite() === before && performance.now() < latest);
  const until = performance.now() + random.fraction() * LONGEST_COMMIT_MS;
  while (performance.now() < until);
}

async function killWhileIdle(store: StoreUnderTorture, random: Random): Promise<string> {
  await workUntil(store, () => wait(random.between(100, LONGEST_WORK_MS)));
  await wait(random.between(0, 100));
  mustStillRun(store);
  await store.power.kill();
  return 'while idle';
}

async function killInHousekeeping(store: StoreUnderTorture, random: Random): Promise<string> {
  await workUntil(store, () => wait(random.between(100, LONGEST_WORK_MS)));
  await wait(HOUSEKEEPING_MS + random.between(0, 30));
  mustStillRun(store);
  await store.power.kill();
  return 'in housekeeping';
}

async function killInStart(store: StoreUnderTorture, random: Random): Promise<string> {
  await killAtWork(store, random);
  store.disconnect();
  for (let start = random.between(1, 3); start > 0; start -= 1) {
    store.power.startOnly();
    await wait(random.between(0, LONGEST_START_MS));
    await store.power.kill();
  }
  return 'in the middle of a start';
}

async function stopInGoodOrder(store: StoreUnderTorture, random: Random): Promise<string> {
  const ending = await workUntil(store, async () => {
    await wait(random.between(30, LONGEST_WORK_MS));
    mustStillRun(store);
    return store.power.stop();
  });
  if (ending?.code !== 0)
    store.record.find('the program did not end in good order', { ending, said: store.power.complaint });
  return 'asked to end';
}

async function killWhileStopping(store: StoreUnderTorture, random: Random): Promise<string> {
  await workUntil(store, async () => {
    await wait(random.between(30, LONGEST_WORK_MS));
    mustStillRun(store);
    await store.power.stopAndKill(random.between(0, 60));
  });
  return 'asked to end, then killed';
}

/** Makes the disk fail for a while during work; the program continues or stops by itself. */
async function breakDisk(store: StoreUnderTorture, random: Random, report: Report): Promise<FaultKind> {
  const { power } = store;
  const kind = random.maybeOneOf(power.faultKinds) ?? 'failed write';
  const isKilled = random.chance(0.2);
  await workUntil(store, async () => {
    await wait(random.between(30, LONGEST_WORK_MS / 2));
    mustStillRun(store);
    power.breakDisk(kind, random.between(0, 60) * 4096);
    await wait(random.between(50, LONGEST_WORK_MS / 2));
    if (isKilled) await power.kill();
    if (power.ending) return;
    power.mendDisk();
    await wait(random.between(50, LONGEST_WORK_MS / 2));
  });
  if (isKilled) report.count('kills while the disk failed');
  else if (power.ending) report.count('times the program stopped by itself while the disk failed');
  if (power.ending && kind === 'full disk' && random.chance(0.5)) await startOnFullDisk(store, report);
  power.mendDisk();
  if (power.ending === null && random.chance(0.3)) await power.kill();
  return kind;
}

/** On a full disk the program starts or reports in a sentence why it cannot. */
async function startOnFullDisk(store: StoreUnderTorture, report: Report): Promise<void> {
  store.disconnect();
  const url = await store.power.start();
  report.count(url === null ? 'starts refused on a full disk' : 'starts on a full disk');
  if (url === null && /\n\s+at /.test(store.power.complaint))
    store.record.find(
      'a start on a full disk ended with a stack instead of a sentence',
      store.power.complaint,
    );
  await store.power.kill();
}
