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

/** What an entry changed in a line, field by field, for a list that cuts it off where its room ends. */
export function changeInShort(writer: Writer, entry: AuditEntry): string {
  return differencesOf(writer, entry)
    .map(({ name: field, before, after }) =>
      before !== null && after !== null
        ? writer.t('audit:change', { field, before, after })
        : writer.t('audit:entered', { field, value: after ?? before }),
    )
    .join(' · ');
}
