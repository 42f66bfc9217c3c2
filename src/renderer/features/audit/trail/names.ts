import i18next, { type ParseKeys } from 'i18next';

type AuditKey = ParseKeys<'audit'>;

/** Whether a text exists for a key; a name without a text is shown unchanged. */
function isKey(key: string): key is AuditKey {
  return i18next.exists(key, { ns: 'audit' });
}

function named(key: string, name: string): string {
  return isKey(key) ? i18next.t(key, { ns: 'audit' }) : name;
}

/** The plain text for a call: 'catalogue.changeProduct' is "Product changed". */
export const actionName = (action: string): string => named(`actions.${action}`, action);

/** The name of a kind of record. */
export const entityName = (entity: string): string => named(`entities.${entity}`, entity);

/** The name of a field. */
export const fieldName = (field: string): string => named(`fields.${field}`, field);

/** The word for a value of a fixed choice, such as a state or a grant. */
export const wordFor = (value: string): string => named(`words.${value}`, value);
