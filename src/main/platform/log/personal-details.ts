import { createHmac, randomBytes } from 'node:crypto';
import { type LoggedEntity, loggedEntities } from '#main/platform/log/logged-entities';

const SALT_BYTES = 16;

/** The personal details of an entry, as they are stored beside it; the fields as JSON. */
export interface PersonalDetails {
  label: string | null;
  before: string | null;
  after: string | null;
}

/** The part of a change that is a text or a set of fields. */
interface Described {
  label: string;
  before: object | null;
  after: object | null;
}

/** Separates the personal details of a change from the rest; `personal` is null if there are none. */
export function separatePersonal(entity: LoggedEntity, { label, before, after }: Described) {
  const { label: hasPersonalLabel = false, fields = [] } = loggedEntities[entity].personal ?? {};
  const one = split(before, fields);
  const other = split(after, fields);
  const personalLabel = hasPersonalLabel && label !== '' ? label : null;
  const isPersonal = personalLabel !== null || one.personal !== null || other.personal !== null;
  return {
    kept: { label: personalLabel === null ? label : '', before: one.kept, after: other.kept },
    personal: isPersonal ? { label: personalLabel, before: one.personal, after: other.personal } : null,
  };
}

/** A new salt, without which a digest tells nothing about its details, however short they are. */
export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

/** The digest of personal details, which the chain covers instead of them: an HMAC-SHA256 (RFC 2104) with the salt as key. */
export function personalDigest(salt: Buffer, { label, before, after }: PersonalDetails): Buffer {
  return createHmac('sha256', salt)
    .update(JSON.stringify([label, before, after]))
    .digest();
}

function split(values: object | null, fields: readonly string[]) {
  if (values === null) return { kept: null, personal: null };
  if (fields.length === 0) return { kept: JSON.stringify(values), personal: null };
  const entries = Object.entries(values);
  const personal = entries.filter(([name, value]) => fields.includes(name) && value !== undefined);
  return {
    kept: JSON.stringify(Object.fromEntries(entries.filter(([name]) => !fields.includes(name)))),
    personal: personal.length === 0 ? null : JSON.stringify(Object.fromEntries(personal)),
  };
}
