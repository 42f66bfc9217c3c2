import type { AuditEntry } from '#shared/contract/audit';
import { fieldText, type Writer } from './field-text';
import { fieldName } from './names';

/** A field of an entry, as it was and as it is, written out; null for a side that was not kept. */
export interface Difference {
  field: string;
  name: string;
  before: string | null;
  after: string | null;
}

/** What an entry changed, field by field. */
export function differencesOf(writer: Writer, { before, after }: AuditEntry): Difference[] {
  const fields = Object.keys({ ...before, ...after });
  return fields.map((field) => ({
    field,
    name: fieldName(field),
    before: before && fieldText(writer, field, before[field], before),
    after: after && fieldText(writer, field, after[field], after),
  }));
}

/** The first thing an entry changed, in a line, and how many more there are. */
export function changeInShort(writer: Writer, entry: AuditEntry): string {
  const { t } = writer;
  const [first, ...more] = differencesOf(writer, entry);
  if (!first) return '';
  const { name: field, before, after } = first;
  const line =
    before !== null && after !== null
      ? t('audit:change', { field, before, after })
      : `${field}: ${after ?? before ?? ''}`;
  return more.length === 0 ? line : `${line}, ${t('audit:moreFields', { count: more.length })}`;
}
