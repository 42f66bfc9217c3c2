import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { StoreKey } from '#main/platform/files/store-key';

const KEY_BYTES = 32;
const CHECK_BYTES = 16;

/** The fields that the hash of an entry covers: all of them, in this order. */
export interface ChainedEntry {
  id: number;
  at: number;
  accountId: number | null;
  approvedById: number | null;
  tillId: number | null;
  action: string;
  entity: string;
  entityId: number | null;
  label: string;
  before: string | null;
  after: string | null;
  document: string | null;
  personalDigest: Buffer | null;
}

/**
 * The chain of the log: the hash of each entry is an HMAC-SHA256 (RFC 2104) over the previous hash and the entry, with
 * a key that is not in the database. A person who has only the database file cannot change an entry undetected.
 */
export class Chain {
  /** Identifies the key, to recognize entries that were chained with it. */
  readonly keyCheck: string;
  /** As an object, because for a buffer Node prepares a key for each hash, which takes ten times as long. */
  readonly #key: KeyObject;

  constructor(key: Pick<StoreKey, 'derive'>) {
    this.#key = createSecretKey(key.derive('chain of the log', KEY_BYTES));
    this.keyCheck = key.derive('check of the key of the log', CHECK_BYTES).toString('hex');
  }

  /** @param previous the hash of the previous entry; for the first entry, the store's UUID */
  hashOf(previous: Buffer | string, entry: ChainedEntry): Buffer {
    const { id, at, accountId, approvedById, tillId, action, entity, entityId } = entry;
    const { label, before, after, document, personalDigest } = entry;
    return createHmac('sha256', this.#key)
      .update(previous)
      .update(
        JSON.stringify([
          id,
          at,
          accountId,
          approvedById,
          tillId,
          action,
          entity,
          entityId,
          label,
          before,
          after,
          document,
          personalDigest?.toString('hex') ?? null,
        ]),
      )
      .digest();
  }
}
