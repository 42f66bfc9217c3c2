import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { CHOICE_FIELDS } from '#renderer/features/audit/trail/choice-fields';
import texts from '#shared/texts/en/audit.json' with { type: 'json' };

interface Entry {
  action: string;
  entity: string;
  before: string | null;
  after: string | null;
}

/** The names in the audit log of a closed store for which the window has no text. */
export function auditNamesWithoutText(folder: string): string[] {
  const file = new BetterSqlite3(join(folder, 'store.sqlite'), { readonly: true });
  try {
    const entries = file
      .prepare<[], Entry>('SELECT DISTINCT action, entity, before, after FROM log_entry')
      .all();
    return [...new Set(entries.flatMap(namesIn))].filter((name) => !has(name));
  } finally {
    file.close();
  }
}

function namesIn({ action, entity, before, after }: Entry): string[] {
  const fields = [before, after].flatMap((json) => (json === null ? [] : namesOfRecord(JSON.parse(json))));
  return [`actions.${action}`, `entities.${entity}`, ...fields];
}

// A discount is written as a rate or an amount, without its field names.
const UNNAMED = new Set(['discount']);

function namesOfRecord(record: Record<string, unknown>): string[] {
  return Object.entries(record).flatMap(([field, value]) => [
    `fields.${field}`,
    ...(CHOICE_FIELDS.has(field) && typeof value === 'string' && value !== '' ? [`words.${value}`] : []),
    ...(UNNAMED.has(field) ? [] : nested(value)),
  ]);
}

/** The names inside a value: of one record, or of each record in a list. */
function nested(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(nested);
  if (typeof value !== 'object' || value === null) return [];
  // These start the text of a record, without their field names.
  const { name: _name, code: _code, productId: _productId, ...rest } = value as Record<string, unknown>;
  return namesOfRecord(rest);
}

function has(name: string): boolean {
  let found: unknown = texts;
  for (const part of name.split('.')) {
    found =
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined;
  }
  return typeof found === 'string' && found !== '';
}
