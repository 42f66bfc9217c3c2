import { ORPCError } from '@orpc/server';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { Log } from '#main/platform/logging/log';
import type { InUnit, OnReader } from '#main/platform/work/connections';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/time';
import type { DeliveryService } from './delivery.service';
import { DeliveryProblem } from './delivery-problem';
import { type DueNotice, noticeReads, noticeWrites } from './notice.queries';

interface Needs {
  database: Database;
  delivery: OnReader<DeliveryService>;
  settings: SettingsService;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
}

type NoticeWrites = ReturnType<typeof noticeWrites>;

/** The wait after each failure; the last one repeats. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS] as const;
const LONGEST_WAIT_MS = 6 * HOUR_MS;
const GIVEN_UP_AFTER_MS = 72 * HOUR_MS;
/** How often to check for due notices, in addition to the change notifications. */
const LOOK_EVERY_MS = 30_000;
const AT_ONCE = 20;

/**
 * Sends waiting notices one after another and records each outcome; on failure it retries after growing waits. A crash
 * between a server's acceptance and the record of it sends the notice again; a mail then has the same Message-ID.
 */
export class NoticeSender {
  readonly #needs: Needs;
  readonly #reads: OnReader<ReturnType<typeof noticeReads>>;
  readonly #writes: InUnit<NoticeWrites>;
  #running: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #stopListening = () => {};
  #stopped = false;
  /** Accepted by a server but not recorded yet because of a disk failure; sending them again would cause a flood. */
  readonly #taken = new Set<number>();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#reads = needs.database.onReader(noticeReads);
    this.#writes = needs.database.inUnits(noticeWrites);
  }

  /** Sends what is waiting, now and whenever there is more. */
  start(): void {
    this.#stopListening = this.#needs.changes.listen((topic) => {
      if (topic === 'notices') void this.sendDue();
    });
    this.#timer = setInterval(() => void this.sendDue(), LOOK_EVERY_MS).unref();
    void this.sendDue();
  }

  /** Stops; a notice being sent is finished first. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Sends all due notices; a call during sending makes it check once more at the end. */
  async sendDue(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#work();
    await this.#running;
  }

  async #work(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#sendAll();
      }
    } catch (error) {
      this.#needs.database.damage.noteIn(error);
      this.#needs.log.warn({ err: error }, 'sending notices failed');
    } finally {
      // Cleared immediately: a call between the last check and this point would otherwise wait for the timer.
      this.#running = null;
    }
  }

  async #sendAll(): Promise<void> {
    const { database, settings, clock } = this.#needs;
    if (!settings.ready) return;
    const asked = { now: clock(), longestWaitMs: 2 * LONGEST_WAIT_MS, limit: AT_ONCE };
    const due = database.read((reader) => this.#reads.on(reader).due.all(asked));
    for (const notice of due) {
      if (this.#stopped) return;
      await this.#send(notice);
    }
    if (due.length === AT_ONCE) this.#again = true;
  }

  async #send(notice: DueNotice): Promise<void> {
    const { delivery, database, clock, log } = this.#needs;
    const problem = this.#taken.has(notice.id)
      ? null
      : await database.read((reader) => delivery.on(reader).send(notice)).then(() => null, problemText);
    if (problem === null) this.#taken.add(notice.id);
    const now = clock();
    await database.writes.run((tx) => {
      const writes = this.#writes.in(tx);
      if (problem === null) writes.sent.run(now, notice.id);
      else keepFailure(writes, notice, problem, now);
    });
    this.#taken.delete(notice.id);
    if (problem !== null)
      log.info({ notice: notice.id, channel: notice.channel, problem }, 'a notice was not sent');
    this.#needs.changes.publish('notices');
  }
}

function keepFailure(
  writes: NoticeWrites,
  { id, tries, createdAt }: DueNotice,
  problem: string,
  now: number,
): void {
  if (now - createdAt >= GIVEN_UP_AFTER_MS) {
    writes.failed.run('failed', null, problem, id);
    return;
  }
  const waitMs = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? LONGEST_WAIT_MS;
  writes.failed.run('waiting', now + waitMs, problem, id);
}

/** The stored text of a failure; for a refusal its code, which the window translates. */
function problemText(error: unknown): string {
  if (error instanceof DeliveryProblem) return `${error.problem}: ${error.message}`;
  return error instanceof ORPCError ? error.code : String(error);
}
