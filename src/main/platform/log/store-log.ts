import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import type { WriteQueue } from '#main/platform/work/write-queue';
import type { Chain, ChainedEntry } from './chain';
import type { HeadKeeper } from './log-head';
import { type LoggedEntity, loggedEntities } from './logged-entities';
import { newSalt, type PersonalDetails, personalDigest, separatePersonal } from './personal-details';

/**
 * A change to log. `before` and `after` must not contain secrets; personal details in them and in the label are stored
 * beside the chain.
 */
interface Change {
  entity: LoggedEntity;
  entityId: number | null;
  /** The record's version after the change, for records that a window shows whole; it must differ from the one before. */
  version?: number | undefined;
  label: string;
  before?: object | null;
  after?: object | null;
  /** The whole document that this change concludes: a completed sale or a cancelled order. */
  document?: object;
}

interface Parts {
  chain: Chain;
  keeper: HeadKeeper;
  changes: ChangeFeed;
  writes: Pick<WriteQueue, 'afterCommit'>;
}

/** Writes the log, in the unit of work of the change itself, and notifies the windows once it is committed. */
export class StoreLog {
  readonly #parts: Parts;
  readonly #sql;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#sql = logWrites(tx);
  }

  /** Logs who changed what. If both before and after are given, only the fields that differ are stored. */
  record(ctx: Ctx, change: Change): void {
    const { before, after } = differing(change.before ?? null, change.after ?? null);
    this.#append(
      {
        at: ctx.now,
        accountId: ctx.account.id,
        approvedById: ctx.approvedBy?.id ?? null,
        tillId: ctx.tillId,
        action: ctx.call,
      },
      { ...change, before, after },
    );
  }

  /** Logs an event that happened without a session, such as a failed sign-in. */
  recordUnsigned(now: number, action: string, change: Change): void {
    this.#append({ at: now, accountId: null, approvedById: null, tillId: null, action }, change);
  }

  #append(
    origin: Pick<ChainedEntry, 'at' | 'accountId' | 'approvedById' | 'tillId' | 'action'>,
    { entity, entityId, version, label, before, after, document }: Change,
  ): void {
    const { chain, keeper, changes, writes } = this.#parts;
    const { kept, personal } = separatePersonal(entity, {
      label,
      before: before ?? null,
      after: after ?? null,
    });
    const salt = personal && newSalt();
    const last = this.#sql.last.get();
    const entry = {
      ...origin,
      id: (last?.id ?? 0) + 1,
      entity,
      entityId,
      ...kept,
      document: document ? JSON.stringify(document) : null,
      personalDigest: personal && salt && personalDigest(salt, personal),
    };
    const hash = chain.hashOf(last?.hash ?? this.#sql.store.get() ?? '', entry);
    this.#sql.add.run({ ...entry, hash });
    if (personal && salt) this.#sql.addPersonal.run({ ...personal, salt, entryId: entry.id });
    writes.afterCommit(() => keeper.keepHead({ id: entry.id, hash: hash.toString('hex') }));
    const record = version !== undefined &&
      entityId !== null && { record: { entity, id: entityId, version } };
    changes.publish('audit', ...loggedEntities[entity].topics.map((topic) => ({ topic, ...record })));
  }
}

function logWrites(tx: Tx) {
  return {
    last: tx.prepare<[], { id: number; hash: Buffer }>(
      'SELECT id, hash FROM log_entry ORDER BY id DESC LIMIT 1',
    ),
    store: tx.prepare<[], string>('SELECT uuid FROM store').pluck(),
    add: tx.prepare<[ChainedEntry & { hash: Buffer }]>(
      `INSERT INTO log_entry (id, at, account_id, approved_by_id, till_id, action, entity, entity_id, label, before, after,
         document, personal_digest, hash)
       VALUES (@id, @at, @accountId, @approvedById, @tillId, @action, @entity, @entityId, @label, @before, @after,
         @document, @personalDigest, @hash)`,
    ),
    addPersonal: tx.prepare<[PersonalDetails & { salt: Buffer; entryId: number }]>(
      `INSERT INTO log_personal (entry_id, salt, label, before, after)
       VALUES (@entryId, @salt, @label, @before, @after)`,
    ),
  };
}

/** Drops the fields that are equal in both. */
function differing(
  before: object | null,
  after: object | null,
): { before: object | null; after: object | null } {
  if (!(before && after)) return { before, after };
  const changed = Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before[key as never]) !== JSON.stringify(after[key as never]),
  );
  const pick = (from: object) => Object.fromEntries(changed.map((key) => [key, from[key as never]]));
  return { before: pick(before), after: pick(after) };
}
