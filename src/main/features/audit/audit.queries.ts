import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import type { Reader } from '#main/platform/work/connections';
import { folded } from '#shared/kernel/search-text';

type Fields = Record<string, unknown>;

/** An entry together with its personal details. */
export interface AuditRow {
  id: number;
  at: number;
  accountId: number | null;
  accountName: string | null;
  approvedById: number | null;
  approvedByName: string | null;
  action: string;
  entity: string;
  entityId: number | null;
  label: string;
  before: Fields | null;
  after: Fields | null;
  /** Whether it had personal details that were erased. */
  erased: boolean;
}

/** A row as it is stored; the details beside it are null if there are none. */
interface StoredRow extends Omit<AuditRow, 'before' | 'after' | 'erased'> {
  before: string | null;
  after: string | null;
  personalBefore: string | null;
  personalAfter: string | null;
  erased: 0 | 1;
}

/** Which entries to list; omitted fields do not filter. Instants in UTC epoch milliseconds. */
export interface AuditFilter {
  fromTime?: number | undefined;
  until?: number | undefined;
  accountId?: number | undefined;
  action?: string | undefined;
  entity?: string | undefined;
  entityId?: number | undefined;
  search?: string | undefined;
  beforeId?: number | undefined;
}

const CONDITIONS: Record<keyof AuditFilter, string> = {
  fromTime: 'e.at >= @fromTime',
  until: 'e.at < @until',
  accountId: 'e.account_id = @accountId',
  action: 'e.action = @action',
  entity: 'e.entity = @entity',
  entityId: 'e.entity_id = @entityId',
  search: mentions('COALESCE(d.label, e.label)'),
  beforeId: 'e.id < @beforeId',
};

const SELECTED = `SELECT e.id, e.at, e.account_id AS accountId, ${nameOf('a')} AS accountName,
  e.approved_by_id AS approvedById, ${nameOf('p')} AS approvedByName,
  e.action, e.entity, e.entity_id AS entityId, COALESCE(d.label, e.label) AS label, e.before, e.after,
  d.before AS personalBefore, d.after AS personalAfter,
  e.personal_digest IS NOT NULL AND d.entry_id IS NULL AS erased`;

/** The names of people, and the personal details beside the entry. */
const WITH_DETAILS = `LEFT JOIN log_personal d ON d.entry_id = e.id
  LEFT JOIN account a ON a.id = e.account_id
  LEFT JOIN account p ON p.id = e.approved_by_id`;

/** Reads the store log, on the reading connection. */
export class AuditQueries {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Entries newest first, at most `limit`. */
  list(filter: AuditFilter, limit: number): AuditRow[] {
    const { sql, values } = auditListSql(filter);
    return this.#reader
      .prepare<[object], StoredRow>(sql)
      .all({ ...values, limit })
      .map(rowOf);
  }

  /** The id of the newest entry; 0 if there is none. */
  newestId(): number {
    return this.#reader.prepare<[], number>('SELECT COALESCE(max(id), 0) FROM log_entry').pluck().get() ?? 0;
  }

  /**
   * Returns a function that reads the entries in a range of ids that match a filter, newest first. Each call takes time
   * in proportion to the range, whatever the filter, since it scans the ids themselves.
   */
  walk(filter: AuditFilter): (ids: { above: number; upTo: number }) => AuditRow[] {
    const { sql, values } = auditRangeSql(filter);
    const statement = this.#reader.prepare<[object], StoredRow>(sql);
    return (ids) => statement.all({ ...values, ...ids }).map(rowOf);
  }

  /** Each value that occurs in a column, found by hops through its index rather than row by row. */
  distinct(column: 'action' | 'entity'): string[] {
    return this.#reader
      .prepare<[], string>(
        `WITH RECURSIVE hop(value) AS (
           SELECT min(${column}) FROM log_entry
           UNION ALL
           SELECT (SELECT min(${column}) FROM log_entry WHERE ${column} > hop.value) FROM hop
             WHERE hop.value IS NOT NULL
         ) SELECT value FROM hop WHERE value IS NOT NULL`,
      )
      .pluck()
      .all();
  }
}

function rowOf({ before, after, personalBefore, personalAfter, erased, ...row }: StoredRow): AuditRow {
  return {
    ...row,
    before: fieldsOf(before, personalBefore),
    after: fieldsOf(after, personalAfter),
    erased: erased === 1,
  };
}

function fieldsOf(stored: string | null, personal: string | null): Fields | null {
  if (stored === null) return null;
  return { ...(personal !== null && JSON.parse(personal)), ...JSON.parse(stored) };
}

/** The statement for a filter, with only the conditions in use, so that each can use its index. */
export function auditListSql(filter: AuditFilter): { sql: string; values: Record<string, unknown> } {
  const { conditions, values } = conditionsOf(filter);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return {
    sql: `${SELECTED} FROM log_entry e ${WITH_DETAILS} ${where} ORDER BY e.id DESC LIMIT @limit`,
    values,
  };
}

/** The statement for the entries in a range of ids; NOT INDEXED makes SQLite use only the primary key. */
export function auditRangeSql(filter: AuditFilter): { sql: string; values: Record<string, unknown> } {
  const { conditions, values } = conditionsOf(filter);
  const where = ['e.id > @above', 'e.id <= @upTo', ...conditions].join(' AND ');
  return {
    sql: `${SELECTED} FROM log_entry e NOT INDEXED ${WITH_DETAILS} WHERE ${where} ORDER BY e.id DESC`,
    values,
  };
}

function conditionsOf(filter: AuditFilter): { conditions: string[]; values: Record<string, unknown> } {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const values: Record<string, unknown> = Object.fromEntries(given);
  if (filter.search) values.words = folded(filter.search);
  return { conditions: given.map(([name]) => CONDITIONS[name as keyof AuditFilter]), values };
}
