import i18next, { type ParseKeys } from 'i18next';

type AuditKey = ParseKeys<'audit'>;

/** Narrows what the store sent to a text there is; what is newer than the texts shows as it was sent. */
function isKey(key: string): key is AuditKey {
  return i18next.exists(key, { ns: 'audit' });
}

function named(key: string, name: string): string {
  return isKey(key) ? i18next.t(key, { ns: 'audit' }) : name;
}

/** What a call does, in plain words: 'catalogue.changeProduct' is "Product changed". */
export const actionName = (action: string): string => named(`actions.${action}`, action);

/** What a kind of record is called. */
export const entityName = (entity: string): string => named(`entities.${entity}`, entity);

/** What a field is called. */
export const fieldName = (field: string): string => named(`fields.${field}`, field);

/** What a value of a fixed choice is called, such as a state or a grant. */
export const wordFor = (value: string): string => named(`words.${value}`, value);
