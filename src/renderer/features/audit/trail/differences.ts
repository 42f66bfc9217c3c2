import type { AuditEntry } from '#shared/contract/audit';
import { fieldText, type Writer } from './field-text';
import { fieldName } from './names';

/** A field of an entry before and after, as text; null for a side that was not stored. */
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
  // A product id is omitted if the product's name is stored too.
  const fields = Object.keys(all).filter((field) => field !== 'productId' || !('name' in all));
  return fields.map((field) => ({
    field,
    name: fieldName(field),
    // For a field present on one side only, such as a new PIN, no other value was stored.
    before: before && field in before ? fieldText(writer, field, before[field], before) : null,
    after: after && field in after ? fieldText(writer, field, after[field], after) : null,
  }));
}

/** The changes of an entry in one line, field by field, for a list that truncates it. */
export function changeInShort(writer: Writer, entry: AuditEntry): string {
  return differencesOf(writer, entry)
    .map(({ name: field, before, after }) =>
      before !== null && after !== null
        ? writer.t('audit:change', { field, before, after })
        : writer.t('audit:entered', { field, value: after ?? before }),
    )
    .join(' · ');
}
