import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { StoreKey } from '#main/platform/files/store-key';
import type { Connection, InUnit, OnReader, Reader, Tx } from '#main/platform/work/connections';
import type { CallName } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { DAY_MS } from '#shared/kernel/time';

const KEPT_FOR_MS = DAY_MS;

/** The longest accepted idempotency key; the window uses UUIDs. */
const LONGEST_KEY = 100;

const DIGEST_KEY_BYTES = 32;

/** What identifies a repeatable call. */
interface RepeatableCall {
  key: string;
  ctx: Ctx;
  call: CallName;
  /** A digest of the input, by {@link Answers.digestOf}. */
  digest: string;
}

interface KeptAnswer {
  account_id: number;
  call: string;
  answer: string;
  input_digest: string;
}

/**
 * The answers of repeatable calls, stored together with the change: a repeated idempotency key returns the first
 * answer, and nothing happens twice. A key belongs to one person, one call and one input.
 */
export class Answers {
  readonly #committed: OnReader<ReturnType<typeof answerReads>>;
  readonly #current: InUnit<ReturnType<typeof answerReads> & ReturnType<typeof answerWrites>>;
  /** As an object, because for a buffer Node prepares a key for each digest, which takes ten times as long. */
  readonly #digestKey: KeyObject;

  constructor(database: Database, storeKey: StoreKey) {
    this.#committed = database.onReader(answerReads);
    this.#current = database.inUnits((tx) => ({ ...answerReads(tx), ...answerWrites(tx) }));
    this.#digestKey = createSecretKey(storeKey.derive('inputs of repeatable calls', DIGEST_KEY_BYTES));
  }

  /** The committed first answer to this key. @throws KEY_REUSED when its person, call or input is another one */
  find(reader: Reader, call: RepeatableCall): unknown {
    return answerOf(this.#committed.on(reader).byKey.get(call.key), call);
  }

  /** Like {@link find}, inside the unit of work of the call. */
  findInUnit(tx: Tx, call: RepeatableCall): unknown {
    return answerOf(this.#current.in(tx).byKey.get(call.key), call);
  }

  keep(tx: Tx, { key, ctx, call, digest }: RepeatableCall, answer: unknown): void {
    this.#current.in(tx).keep.run(key, ctx.account.id, call, digest, JSON.stringify(answer), ctx.now);
  }

  /**
   * A digest of an input, independent of the order of its fields. It is keyed with the store's key because an input
   * can contain a PIN, which could be found by trying all PINs against an unkeyed digest.
   */
  digestOf(input: unknown): string {
    return createHmac('sha256', this.#digestKey)
      .update(JSON.stringify(input, sorted) ?? '')
      .digest('base64url');
  }

  /** Deletes answers that are too old to be repeated; part of the idle housekeeping. */
  forgetOld(tx: Tx, now: number): void {
    this.#current.in(tx).forget.run(now - KEPT_FOR_MS);
  }
}

function answerReads(connection: Connection) {
  return {
    byKey: connection.prepare<[string], KeptAnswer>(
      'SELECT account_id, call, answer, input_digest FROM call_answer WHERE key = ?',
    ),
  };
}

function answerWrites(tx: Tx) {
  return {
    keep: tx.prepare<[string, number, string, string, string, number]>(
      `INSERT INTO call_answer (key, account_id, call, input_digest, answer, answered_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    forget: tx.prepare<[number]>('DELETE FROM call_answer WHERE answered_at < ?'),
  };
}

function answerOf(known: KeptAnswer | undefined, { ctx, call, digest }: RepeatableCall): unknown {
  if (!known) return undefined;
  const isSame = known.account_id === ctx.account.id && known.call === call && known.input_digest === digest;
  if (!isSame) throw refuse('KEY_REUSED', {});
  return JSON.parse(known.answer);
}

/** @throws INPUT_INVALID for a key that is too long */
export function assertShort(key: string): void {
  if (key.length <= LONGEST_KEY) return;
  const message = `must be at most ${LONGEST_KEY} characters`;
  throw refuse('INPUT_INVALID', { issues: [{ field: 'idempotency-key', message }] });
}

function sorted(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('base64url');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
