import type { Reader } from '#main/platform/work/connections';
import type { AuditEntry } from '#shared/contract/audit';
import type { Person } from '#shared/contract/common';
import type { Inputs, Outputs } from '#shared/contract/index';
import { AuditQueries, type AuditRow } from './audit.queries';
import { inTime } from './audit-filter';

/** Read access to the store log, for people who may read it. */
export class AuditListService {
  readonly #queries: AuditQueries;
  readonly #timeZone: () => string;

  constructor(reader: Reader, timeZone: () => string) {
    this.#queries = new AuditQueries(reader);
    this.#timeZone = timeZone;
  }

  /** Entries newest first, of whole days in the store's time zone; `more` is set if there are older ones. */
  list(input: Inputs['audit']['list']): Outputs['audit']['list'] {
    const { limit = 100, ...days } = input;
    const filter = inTime(days, this.#timeZone());
    const rows = this.#queries.list(filter, limit + 1);
    return { rows: rows.slice(0, limit).map(entryOf), more: rows.length > limit };
  }

  /** The actions and entities that occur, by name. */
  choices(): Outputs['audit']['choices'] {
    return { actions: this.#queries.distinct('action'), entities: this.#queries.distinct('entity') };
  }
}

function entryOf(row: AuditRow): AuditEntry {
  const { accountId, accountName, approvedById, approvedByName, ...entry } = row;
  return {
    ...entry,
    by: personOf(accountId, accountName),
    approvedBy: personOf(approvedById, approvedByName),
  };
}

function personOf(id: number | null, name: string | null): Person | null {
  return id === null ? null : { id, name: name ?? '' };
}
