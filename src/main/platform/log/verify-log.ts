import { personalDigest } from '#main/platform/log/personal-details';
import type { AnyConnection } from '#main/platform/work/connections';
import type { LogBreak } from '#shared/contract/jobs';
import { MOST_LOG_BREAKS } from '#shared/kernel/log-breaks';
import type { Chain, ChainedEntry } from './chain';
import type { LogHead } from './log-head';

export interface LogReport {
  entries: number;
  breaks: LogBreak[];
  /** Entries of segments with another key, which cannot be checked with this one. */
  unchecked: number;
}

/** An entry with the personal details beside it; `salt` is null if they were erased or there were none. */
type EntryRow = ChainedEntry & {
  hash: Buffer;
  salt: Buffer | null;
  personalLabel: string | null;
  personalBefore: string | null;
  personalAfter: string | null;
};

/**
 * Walks the whole log and reports where it is broken. It reads all entries, so it is for a worker, a tool or a test.
 * @param head the newest entry as kept outside the database; when null, entries cut off the end cannot be detected
 * @param onEntry called after each entry with the number of entries so far
 */
export function verifyLog(
  connection: AnyConnection,
  chain: Chain,
  head: LogHead | null,
  onEntry?: (entries: number) => void,
): LogReport {
  const isOwn = ownSegments(connection, chain);
  const store = connection.prepare('SELECT uuid FROM store').pluck().get() as string;
  const breaks: LogBreak[] = [];
  let previous: { id: number; hash: Buffer | string } = { id: 0, hash: store };
  let entries = 0;
  let unchecked = 0;
  for (const entry of entriesOf(connection)) {
    const { id, hash } = entry;
    if (id > previous.id + 1) breaks.push({ kind: 'missing', fromId: previous.id + 1, toId: id - 1 });
    else if (!isOwn(id)) unchecked += 1;
    else if (!(chain.hashOf(previous.hash, entry).equals(hash) && detailsMatch(entry)))
      breaks.push({ kind: 'changed', entryId: id });
    entries += 1;
    onEntry?.(entries);
    previous = { id, hash };
    if (head?.id === id && head.hash !== hash.toString('hex')) breaks.push({ kind: 'replaced', entryId: id });
    // The last entry can be broken in two ways, so there can be one break more than are reported.
    if (breaks.length >= MOST_LOG_BREAKS) {
      return { entries, breaks: breaks.slice(0, MOST_LOG_BREAKS), unchecked };
    }
  }
  if (head && head.id > previous.id) {
    breaks.push({ kind: 'missing', fromId: previous.id + 1, toId: head.id });
  }
  return { entries, breaks, unchecked };
}

/** Whether the personal details are those that the entry was written with. Erased details cannot differ. */
function detailsMatch({ salt, personalDigest: digest, ...details }: EntryRow): boolean {
  if (salt === null) return true;
  const { personalLabel: label, personalBefore: before, personalAfter: after } = details;
  return digest?.equals(personalDigest(salt, { label, before, after })) ?? false;
}

function entriesOf(connection: AnyConnection): IterableIterator<EntryRow> {
  return connection
    .prepare<[], EntryRow>(
      `SELECT e.id, e.at, e.account_id AS accountId, e.approved_by_id AS approvedById, e.till_id AS tillId, e.action,
         e.entity, e.entity_id AS entityId, e.label, e.before, e.after, e.document, e.personal_digest AS personalDigest,
         e.hash, d.salt, d.label AS personalLabel, d.before AS personalBefore, d.after AS personalAfter
       FROM log_entry e LEFT JOIN log_personal d ON d.entry_id = e.id ORDER BY e.id`,
    )
    .iterate();
}

/** Returns whether an entry is in a segment with this key, by its id. */
function ownSegments(connection: AnyConnection, chain: Chain): (id: number) => boolean {
  const segments = connection
    .prepare<[], { firstEntryId: number; keyCheck: string }>(
      'SELECT first_entry_id AS firstEntryId, key_check AS keyCheck FROM log_segment ORDER BY id DESC',
    )
    .all();
  return (id) => segments.find(({ firstEntryId }) => firstEntryId <= id)?.keyCheck === chain.keyCheck;
}
