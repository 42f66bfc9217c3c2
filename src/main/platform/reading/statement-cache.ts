import type { Database as Handle, Statement } from 'better-sqlite3';

/** More statements than the readings have; those with filters differ by the filters in use. */
const KEPT = 200;

/**
 * Makes a connection keep its statements: preparing the same SQL again returns the same statement. For a connection
 * whose users run one after another, so that none sees the result mode that another set.
 */
export function keepStatements(handle: Handle): void {
  const kept = new Map<string, Statement>();
  const prepare = handle.prepare.bind(handle);
  const prepareOnce = (sql: string): Statement => {
    const found = kept.get(sql);
    kept.delete(sql);
    const statement = found && !found.busy ? inPlainMode(found) : prepare(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  handle.prepare = prepareOnce as Handle['prepare'];
}

/** Without the modes of its last use. */
function inPlainMode(statement: Statement): Statement {
  return statement.reader ? statement.pluck(false) : statement;
}
