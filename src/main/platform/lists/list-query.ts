import type { Statement } from 'better-sqlite3';
import type { Connection } from '#main/platform/work/connections';

/** Totals are exact up to this number. */
export const COUNTED_TO = 1000;

/** Which rows of a list to return. */
export interface PageOf {
  offset: number;
  limit: number;
}

/** A page of a list, with the number of all rows that match. */
export interface ListPage<Row> {
  rows: Row[];
  /** At most {@link COUNTED_TO}. */
  total: number;
  totalIsExact: boolean;
}

/** Conditions that must all be true; those that do not apply are false or undefined. */
export type Conditions = readonly (string | false | undefined)[];

/** SQL that may depend on the filter. */
type Sql<Filter> = string | ((filter: Filter) => string);

/** A list as SQL. Values are bound by name. */
interface ListShape<Filter> {
  /** The rows with all they show: `SELECT ... FROM ... JOIN ...`. */
  select: Sql<Filter>;
  /** The tables that the conditions need, which are counted: `FROM ...`. */
  from: Sql<Filter>;
  conditions: (filter: Filter) => Conditions;
  /** Must end with a unique column, so that no two pages show the same row. */
  order: Sql<Filter>;
  /** The values of the conditions and of the rows. */
  values: (filter: Filter) => object;
}

/** A list that is filtered, sorted, counted and read a page at a time. Each text of a statement is prepared once. */
export class ListQuery<Filter, Row> {
  readonly #statements: StatementCache;
  readonly #shape: ListShape<Filter>;

  constructor(connection: Connection, shape: ListShape<Filter>) {
    this.#statements = new StatementCache(connection);
    this.#shape = shape;
  }

  page(filter: Filter, { offset, limit }: PageOf): ListPage<Row> {
    const values = this.#shape.values(filter);
    const rows = this.#statements.get<Row>(pageSql(this.#shape, filter)).all({ ...values, offset, limit });
    const counted = this.#statements.get<{ counted: number }>(countSql(this.#shape, filter)).get(values);
    return { rows, ...totalOf(counted?.counted ?? 0) };
  }
}

function pageSql<Filter>({ select, conditions, order }: ListShape<Filter>, filter: Filter): string {
  return `${sqlFor(select, filter)} WHERE ${allOf(conditions(filter))} ORDER BY ${sqlFor(order, filter)} LIMIT @limit OFFSET @offset`;
}

function countSql<Filter>({ from, conditions }: ListShape<Filter>, filter: Filter): string {
  return `SELECT count(*) AS counted FROM (SELECT 1 ${sqlFor(from, filter)} WHERE ${allOf(conditions(filter))} LIMIT ${COUNTED_TO + 1})`;
}

function sqlFor<Filter>(sql: Sql<Filter>, filter: Filter): string {
  return typeof sql === 'string' ? sql : sql(filter);
}

/** The total of a list of which at most one row more than {@link COUNTED_TO} was counted. */
export function totalOf(counted: number): Omit<ListPage<never>, 'rows'> {
  return { total: Math.min(counted, COUNTED_TO), totalIsExact: counted <= COUNTED_TO };
}

/** The condition that all conditions are true; TRUE if none applies. */
export function allOf(conditions: Conditions): string {
  const applying = conditions.filter((condition) => typeof condition === 'string');
  return applying.length === 0 ? 'TRUE' : applying.join(' AND ');
}

/** The condition that a column has one of some values, which {@link namedValues} binds; none if there are no values. */
export function isOneOf(column: string, values: readonly string[]): string | false {
  return values.length > 0 && `${column} IN (${values.map((_, index) => `@value${index}`).join()})`;
}

/** The values of {@link isOneOf}, by their names in the statement. */
export function namedValues(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`value${index}`, value]));
}

/** Prepares each statement of one connection once. */
export class StatementCache {
  readonly #connection: Connection;
  readonly #prepared = new Map<string, Statement<[object], unknown>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get<Row>(sql: string): Statement<[object], Row> {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#connection.prepare<[object], unknown>(sql);
      this.#prepared.set(sql, statement);
    }
    return statement as Statement<[object], Row>;
  }
}
