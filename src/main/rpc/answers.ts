import type { CallName } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Ctx } from '../ctx';
import type { Handle } from '../database/database';

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * The answers of repeatable calls, kept with the change itself: the same key again gets the first answer,
 * and nothing happens twice. A key belongs to one person and one call.
 */
export class Answers {
  readonly #find;
  readonly #keep;
  readonly #forget;

  constructor(handle: Handle) {
    this.#find = handle.prepare<[string], { account_id: number; call: string; answer: string }>(
      'SELECT account_id, call, answer FROM call_answer WHERE key = ?',
    );
    this.#keep = handle.prepare<[string, number, string, string, number]>(
      'INSERT INTO call_answer (key, account_id, call, answer, answered_at) VALUES (?, ?, ?, ?, ?)',
    );
    this.#forget = handle.prepare<[number]>('DELETE FROM call_answer WHERE answered_at < ?');
  }

  /** The first answer to this key; throws KEY_REUSED when it belonged to something else. */
  find(key: string, ctx: Ctx, call: CallName): unknown {
    const known = this.#find.get(key);
    if (!known) return undefined;
    if (known.account_id !== ctx.account.id || known.call !== call) throw refuse('KEY_REUSED', {});
    return JSON.parse(known.answer);
  }

  keep(key: string, ctx: Ctx, call: CallName, answer: unknown): void {
    this.#keep.run(key, ctx.account.id, call, JSON.stringify(answer), ctx.now);
  }

  /** Forgets what nobody repeats any more; part of the idle housekeeping. */
  forgetOld(now: number): void {
    this.#forget.run(now - KEPT_FOR_MS);
  }
}
