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
export function differencesOf(
  writer: Writer,
  { before, after }: Pick<AuditEntry, 'before' | 'after'>,
): Difference[] {
  const all = { ...before, ...after };
  // A product whose name is kept beside it needs no number.
  const fields = Object.keys(all).filter((field) => field !== 'productId' || !('name' in all));
  return fields.map((field) => ({
    field,
    name: fieldName(field),
    // What only one side names, such as a new PIN, had no value that was kept.
    before: before && field in before ? fieldText(writer, field, before[field], before) : null,
    after: after && field in after ? fieldText(writer, field, after[field], after) : null,
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
