import { createHmac } from 'node:crypto';
import type { StoreKey } from '#main/platform/files/store-key';

const KEY_BYTES = 32;
const CHECK_BYTES = 16;

/** What the hash of an entry covers: all of it, in this order. */
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
}

/**
 * The chain of the log: the hash of each entry is an HMAC-SHA256 (RFC 2104) over the hash before it and the entry, with a
 * key that is not in the database. Who has only the file can therefore change no entry without its showing.
 */
export class Chain {
  /** Tells whether entries were chained with this key. */
  readonly keyCheck: string;
  readonly #key: Buffer;

  constructor(key: StoreKey) {
    this.#key = key.derive('chain of the log', KEY_BYTES);
    this.keyCheck = key.derive('check of the key of the log', CHECK_BYTES).toString('hex');
  }

  /** @param previous the hash of the entry before; for the first one the store's UUID */
  hashOf(previous: Buffer | string, entry: ChainedEntry): Buffer {
    const { id, at, accountId, approvedById, tillId, action, entity, entityId } = entry;
    const { label, before, after, document } = entry;
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
        ]),
      )
      .digest();
  }
}
