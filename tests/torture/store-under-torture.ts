import { isDeepStrictEqual } from 'node:util';
import type { Handle } from '#main/platform/database/database';
import { NumbersFile } from '#main/platform/database/numbers-file';
import { StoreKey } from '#main/platform/files/store-key';
import { Chain } from '#main/platform/log/chain';
import { verifyLog } from '#main/platform/log/verify-log';
import type { CallName } from '#shared/contract/index';
import type { LogBreak } from '#shared/contract/jobs';
import { refusals } from '#shared/contract/refusal-codes';
import { lookAtFile } from '../support/storage';
import { actionsOf } from './actions/all';
import { compareEffects } from './effects/all';
import { isKept, keptAnswers } from './effects/answers';
import { CHECK_COUNT, findContradictions } from './invariants';
import { ENDING_CALLS, isOfSession, type Person, Refused, type Surroundings, Unanswered } from './person';
import { Power } from './power';
import { ERROR_LEVEL, ProgramLog } from './program-log';
import type { Random } from './random';
import { CallRecord, type Change } from './record';
import type { Report } from './report';
import { setUp } from './set-up';
import { Shop } from './shop';

const STORAGE_CODES = ['DISK_FULL', 'STORAGE_FAILED', 'READ_ONLY'];
const REPEATS_OF_ANSWERED = 4;

/** One store with its people, its machine, and everything known about it. */
export class StoreUnderTorture implements Surroundings {
  readonly record = new CallRecord();
  readonly shop = new Shop();
  readonly power: Power;
  readonly #log: ProgramLog;
  readonly #report: Report;
  readonly #random: Random;
  #people: Person[] = [];
  #accountIds = new Map<string, number>();

  constructor(report: Report, random: Random, ownDisk: boolean) {
    this.#report = report;
    this.#random = random;
    this.power = new Power(ownDisk);
    this.#log = new ProgramLog(this.power.folder);
  }

  async open(): Promise<void> {
    const url = await this.power.start();
    if (url === null) throw new Error(`Tillroom did not start: ${this.power.complaint}`);
    const made = await setUp(url, this.shop, this.#random, this);
    this.#people = made.people;
    this.#accountIds = made.accountIds;
    this.#look((handle) => this.shop.refresh(handle));
  }

  judge(call: CallName, code: string, isDeclared: boolean, startedAt: number): void {
    const isStorage = STORAGE_CODES.includes(code);
    if (isStorage && !this.power.wasFailingSince(startedAt))
      this.record.find('a failure of the disk that was not caused', { call, code });
    if (!(code in refusals && isDeclared))
      this.record.find('an answer that is not declared', {
        call,
        code,
        diskWasFailing: this.power.wasFailingSince(startedAt),
      });
  }

  /** Runs four people at once until it is over; the office is the owner or the manager in turn. */
  async work(isOver: () => boolean): Promise<void> {
    const [owner, manager, ...others] = this.#people;
    const office = this.record.round % 2 === 0 ? owner : manager;
    const atWork = [...(office ? [office] : []), ...others];
    await Promise.all(
      atWork.map((person, index) => {
        person.random = this.#random.for(this.record.round, index);
        return workOn(person, this.shop, isOver);
      }),
    );
  }

  /** Starts the program again after it ended, and measures the time. */
  async restart(): Promise<void> {
    this.disconnect();
    const startedAt = performance.now();
    const url = await this.power.start();
    if (url === null) {
      this.record.find('the program did not start again', this.power.complaint);
      throw new Error(`Tillroom did not start again: ${this.power.complaint}`);
    }
    this.#report.restartsMs.push(performance.now() - startedAt);
    for (const person of this.#people) await person.connect(url);
  }

  disconnect(): void {
    for (const person of this.#people) person.disconnect();
  }

  /**
   * Finds out whether the unanswered changes happened, repeats most of them and a few answered ones. A change that
   * happened must return its first result; another one is made now, or stays undone.
   */
  async settle(): Promise<void> {
    const { unsettled, recent } = this.record.takeUnsettled();
    const kept = this.#look((handle) => keptAnswers(handle));
    for (const change of unsettled) await this.#settleOne(change, kept.get(change.key)?.answer);
    for (const change of this.#random.for(this.record.round).someOf(recent, REPEATS_OF_ANSWERED))
      if (!ENDING_CALLS.includes(change.call)) await this.#repeatAnswered(change);
  }

  async #settleOne(change: Change, kept: string | undefined): Promise<void> {
    const answer: unknown = kept === undefined ? undefined : JSON.parse(kept);
    if (answer !== undefined) {
      this.#report.count('unanswered changes that had happened');
      this.record.settle(change, { kind: 'answered', answer });
      if (!ENDING_CALLS.includes(change.call)) await this.#repeatAnswered(change);
      return;
    }
    const mustRepeat = !isKept(change.call);
    if (ENDING_CALLS.includes(change.call) || !(mustRepeat || this.#random.chance(0.5))) {
      this.record.settle(change, { kind: 'lost' });
      return;
    }
    this.#report.count('repeats of unanswered changes');
    await this.#asPerson(change, (person) => person.repeat(change, true));
    if (change.outcome.kind === 'unanswered') this.record.settle(change, { kind: 'lost' });
  }

  async #repeatAnswered(change: Change): Promise<void> {
    const { outcome } = change;
    if (outcome.kind !== 'answered') return;
    this.#report.count('repeats of answered changes');
    const again = await this.#asPerson(change, (person) => person.repeat(change));
    const isSame = isDeepStrictEqual(comparable(again), comparable(outcome.answer));
    if (!isSame)
      this.record.find('a repeated change that did not return its first answer', {
        call: change.call,
        key: change.key,
        first: outcome.answer,
        again,
      });
  }

  /** Acts as the person who made a change; returns the code of a refusal. */
  async #asPerson(change: Change, act: (person: Person) => Promise<unknown>): Promise<unknown> {
    const person = this.#people.find(({ account }) => account.login === change.login);
    if (!person) throw new Error(`Nobody is called ${change.login}`);
    for (let tries = 0; ; tries += 1) {
      try {
        await person.getIn();
        return await act(person);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        // The session had ended or was locked; after a new sign-in the same call must return the same result.
        if (!isOfSession(error) || tries === 2) return { refused: error.code };
      }
    }
  }

  #logBreaks(handle: Handle): LogBreak[] {
    const { folder } = this.power;
    const store = handle.prepare<[], string>('SELECT uuid FROM store').pluck().get() ?? '';
    const chain = new Chain(StoreKey.open(folder));
    return verifyLog(handle, chain, NumbersFile.headIn(folder, store)).breaks;
  }

  /** Checks all invariants and all acknowledged effects through a separate connection. */
  check(fileCheck: 'full' | 'quick'): void {
    this.#look((handle) => {
      for (const { what, rows } of findContradictions(handle, fileCheck)) this.record.find(what, rows);
      for (const place of this.#logBreaks(handle)) this.record.find('the chain of the log', place);
      const { record, shop } = this;
      const { differences, compared } = compareEffects({
        handle,
        record,
        shop,
        accountIds: this.#accountIds,
      });
      for (const { what, detail } of differences) record.find(what, detail);
      this.#report.count('effects compared', compared);
      this.#report.count('checks run', CHECK_COUNT);
      shop.refresh(handle);
    });
    for (const { level, time, text } of this.#log.newLines())
      if (level >= ERROR_LEVEL && !this.power.wasFailingAt(time))
        this.record.find('an error in the log', text);
  }

  async dispose(): Promise<void> {
    this.disconnect();
    await this.power.dispose();
  }

  #look<T>(look: (handle: Handle) => T): T {
    return lookAtFile(this.power.folder, (handle) => {
      // Reads one state of the file throughout, while the program continues to write.
      handle.exec('BEGIN');
      return look(handle);
    });
  }
}

async function workOn(person: Person, shop: Shop, isOver: () => boolean): Promise<void> {
  const actions = actionsOf(person.account.role);
  while (!isOver()) {
    try {
      await person.getIn();
      await person.random.weighted(actions).act(person, shop);
    } catch (error) {
      if (error instanceof Unanswered) return;
      if (!(error instanceof Refused)) throw error;
    }
  }
}

/**
 * A result without the fields of a receipt that differ when it is shown again: the copy mark, the texts and names of
 * the store, and the name of its cashier, which are the current ones.
 */
function comparable(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('copy' in answer)) return answer;
  const { copy: _, ...receipt } = answer;
  return { ...receipt, store: null, tillName: null, cashierName: null };
}
