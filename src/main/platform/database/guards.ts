import { createHash } from 'node:crypto';
import type { AnyConnection } from '#main/platform/work/connections';
import { GUARD_DIGESTS, TABLES_DIGEST } from './guard-digests';

interface SchemaRow {
  name: string;
  sql: string;
}

/** A trigger or unique index that is not as the migrations make it. */
interface GuardFault {
  name: string;
  fault: 'missing' | 'changed' | 'unknown';
}

/** The triggers and unique indexes of a file: what keeps rows append-only and unique in the database itself. */
export function guardDigests(connection: AnyConnection): Record<string, string> {
  const rows = connection
    .prepare<[], SchemaRow>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'trigger' OR (type = 'index' AND sql LIKE 'CREATE UNIQUE %') ORDER BY name`,
    )
    .all();
  return Object.fromEntries(rows.map(({ name, sql }) => [name, digestOf(sql)]));
}

/**
 * How the guards of a file that is up to date differ from those that the migrations make. They are compared by their SQL,
 * apart from white space: a trigger of the right name may do nothing. An unknown one is a fault, too: it may undo what
 * a sale writes. What the migrations make is kept as digests, since running them again would take a start about 25 ms.
 */
export function guardFaults(connection: AnyConnection): GuardFault[] {
  const found = guardDigests(connection);
  const names = [...new Set([...Object.keys(GUARD_DIGESTS), ...Object.keys(found)])];
  return names
    .filter((name) => found[name] !== GUARD_DIGESTS[name])
    .map((name) => ({ name, fault: faultOf(found[name], GUARD_DIGESTS[name]) }));
}

/**
 * One digest of how all tables are defined. Shadow tables of the search index are its own, the list of migrations is
 * TypeORM's.
 */
export function tablesDigest(connection: AnyConnection): string {
  const rows = connection
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name NOT LIKE 'product\\_search\\_%' ESCAPE '\\' AND name <> 'migration' ORDER BY name`,
    )
    .pluck()
    .all();
  return digestOf(rows.join(';'));
}

/** Whether all tables of a file that is up to date are as the migrations make them. */
export function hasItsTables(connection: AnyConnection): boolean {
  return tablesDigest(connection) === TABLES_DIGEST;
}

function faultOf(found: string | undefined, expected: string | undefined): GuardFault['fault'] {
  if (found === undefined) return 'missing';
  return expected === undefined ? 'unknown' : 'changed';
}

function digestOf(sql: string): string {
  return createHash('sha256').update(sql.replace(/\s+/g, ' ').trim()).digest('hex');
}
