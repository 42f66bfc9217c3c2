import type { TFunction } from 'i18next';
import { currencyLabel, localeLabel, timeZoneLabel } from '#renderer/lib/code-names';
import type { Format } from '#renderer/lib/format';
import type { AuditEntry } from '#shared/contract/audit';
import { type Permission, permission, type Role, roles } from '#shared/contract/common';
import { type TaskKind, taskKind } from '#shared/contract/tasks';
import { UNITS, type UnitOfMeasure } from '#shared/kernel/quantity';
import { CHOICE_FIELDS } from './choice-fields';
import { actionName, fieldName, wordFor } from './names';

type Say = TFunction<readonly ['audit', 'common', 'people-accounts', 'settings', 'tasks']>;

/** What is needed to format a value: the store's formats, the texts, and the names for ids. */
export interface Writer {
  format: Format;
  t: Say;
  /** The name of the record with an id, if it is known. */
  nameOf: (field: string, id: number) => string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** For a new secret the log only stores that one was set. */
const SECRETS: ReadonlySet<string> = new Set(['newPassword', 'newPin']);

/** Settings whose value is a code, with what the settings page shows for it. */
const CODE_LABELS: ReadonlyMap<string, (code: string) => string> = new Map([
  ['currency', currencyLabel],
  ['locale', localeLabel],
  ['timeZone', timeZoneLabel],
]);

/**
 * Formats a value by the name of its field: minor units as money, thousandths as a quantity, thousandths of a
 * percent as a rate, instants as times.
 * @param within the record that contains the field; it has the unit of a quantity
 */
export function fieldText(writer: Writer, field: string, value: unknown, within: Fields = {}): string {
  const { t } = writer;
  if (field === 'deletedAt' && value === null) return t('common:no');
  if (value === null || value === undefined || value === '') return t('audit:none');
  if (value === true && SECRETS.has(field)) return t('audit:isSet');
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
  if (typeof value === 'number') return numberText(writer, field, value, within);
  if (Array.isArray(value)) return listText(writer, field, value);
  if (typeof value === 'object') return recordText(writer, field, value as Fields);
  return wordText(writer, field, String(value));
}

function numberText({ format, nameOf, t }: Writer, field: string, value: number, within: Fields): string {
  if (field === 'cashStepMinor' && value === 0) return t('settings:money.noCashStep');
  if (/minor$/i.test(field)) return format.money(value);
  if (/milliPercent$/i.test(field)) return format.rate(value);
  if (/milli$/i.test(field)) {
    return isUnit(within.unit) ? format.quantity(value, within.unit) : format.number(value);
  }
  if (/At$/.test(field)) return format.dateTime(value);
  if (/Id$/.test(field)) return nameOf(field, value) ?? `#${value}`;
  return format.count(value);
}

function listText(writer: Writer, field: string, values: readonly unknown[]): string {
  if (values.length === 0) return writer.t('audit:none');
  const one = field.replace(/sMilliPercent$/, 'MilliPercent');
  return values.map((value) => fieldText(writer, one, value)).join('; ');
}

/** A discount is a percentage or an amount; any other record is formatted field by field, starting with its name. */
function recordText(writer: Writer, field: string, record: Fields): string {
  if (field === 'discount') {
    const unit = 'milliPercent' in record ? 'milliPercent' : 'minor';
    return fieldText(writer, unit, record[unit]);
  }
  const { name, code, productId, ...rest } = record;
  const head = [name, code].filter((part) => part !== undefined).map(String);
  const parts = Object.entries(rest)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${fieldName(key)} ${fieldText(writer, key, value, record)}`);
  return [...head, ...parts].join(', ');
}

function wordText({ t, format }: Writer, field: string, value: string): string {
  if ((field === 'role' || field === 'assignee') && isRole(value)) return t(`common:roles.${value}`);
  if (field === 'unit' && isUnit(value)) return t(`common:units.${value}`);
  const label = CODE_LABELS.get(field);
  if (label) return label(value);
  if (field === 'image') return t('audit:picture', { name: value.slice(0, 6) });
  if (CHOICE_FIELDS.has(field)) return wordFor(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : value;
}

/** The text of an action. Of failed sign-in attempts only the wait that follows them is logged. */
export function actionText({ t }: Writer, { entity, action }: { entity: string; action: string }): string {
  const name = actionName(action);
  return entity === 'sign-in' ? t('audit:blocked', { action: name }) : name;
}

/** The name of an entry's record; the labels of permissions and tasks contain internal names, which are translated. */
export function labelText(
  { t }: Writer,
  { entity, label, erased }: Pick<AuditEntry, 'entity' | 'label' | 'erased'>,
): string {
  if (erased && label === '') return t('audit:erased');
  const [role = '', name = ''] = label.split(': ');
  if (entity === 'task' && isTaskKind(role)) {
    return [t(`tasks:kinds.${role}`), ...label.split(': ').slice(1)].join(': ');
  }
  if (entity !== 'permission') return label;
  if (!(isRole(role) && isPermission(name))) return label;
  return `${t(`common:roles.${role}`)}: ${t(`people-accounts:permissions.names.${name}`)}`;
}

function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}

function isTaskKind(value: string): value is TaskKind {
  return taskKind.safeParse(value).success;
}

function isPermission(value: string): value is Permission {
  return permission.safeParse(value).success;
}

function isUnit(value: unknown): value is UnitOfMeasure {
  return typeof value === 'string' && value in UNITS;
}
