import { createHash } from 'node:crypto';
import type { AnyConnection } from '#main/platform/work/connections';
import { GUARD_DIGESTS, TABLES_DIGEST } from './guard-digests';

interface SchemaRow {
  name: string;
  sql: string;
}

/** A trigger or unique index that differs from the one that the migrations create. */
interface GuardFault {
  name: string;
  fault: 'missing' | 'changed' | 'unknown';
}

/** The digests of a file's triggers and unique indexes, with which the database keeps rows append-only and unique. */
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
 * The differences between the guards of an up-to-date file and those that the migrations create. They are compared by
 * SQL, ignoring white space, because a trigger with the right name may do nothing. An unknown one is a fault too: it
 * may undo what a sale writes. The expected guards are stored as digests; running the migrations would cost each start
 * about 25 ms.
 */
export function guardFaults(connection: AnyConnection): GuardFault[] {
  const found = guardDigests(connection);
  const names = [...new Set([...Object.keys(GUARD_DIGESTS), ...Object.keys(found)])];
  return names
    .filter((name) => found[name] !== GUARD_DIGESTS[name])
    .map((name) => ({ name, fault: faultOf(found[name], GUARD_DIGESTS[name]) }));
}

/**
 * One digest of the definitions of all tables, except for the shadow tables of the search index and TypeORM's list of
 * migrations.
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

/** Whether all tables of an up-to-date file are as the migrations create them. */
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
