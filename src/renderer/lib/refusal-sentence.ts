import i18next, { type TFunction } from 'i18next';
import type { Role } from '#shared/contract/common';
import type { RefusalCode, RefusalData } from '#shared/contract/refusals';
import { orderState } from '#shared/contract/sales-documents';
import { UNITS, type UnitOfMeasure } from '#shared/kernel/quantity';
import { labelOfField } from './field-labels';
import type { Format } from './format';

/** A refusal with its data; a union discriminated by its code. */
export type Refusal = { [Code in RefusalCode]: { code: Code; data: RefusalData<Code> } }[RefusalCode];

type Say = TFunction<readonly ['common', 'refusals']>;

const BYTES_PER_MEGABYTE = 1_000_000;

/** A quantity before a name or code, "3*milk", which only the till reads. */
const QUANTITY_FIRST = /^[\d.,]+\s*[*×]/u;

/** Says in one or two sentences what is wrong and what to do. */
export function refusalSentence(refusal: Refusal, t: Say, format: Format): string {
  const words = spoken(refusal, t, format);
  if (refusal.code === 'INSUFFICIENT_STOCK') return shortStockInWords(refusal.data, words, t);
  if (refusal.code === 'EXPIRED_STOCK' && refusal.data.availableMilli <= 0)
    return t('refusals:allExpired', words);
  if (refusal.code === 'TICKET_CLOSED' && refusal.data.number === null)
    return t('refusals:ticketGone', words);
  if (refusal.code === 'UNKNOWN_BARCODE' && QUANTITY_FIRST.test(refusal.data.code))
    return t('refusals:quantityInCode', words);
  return t(`refusals:${keyOf(refusal)}`, words);
}

/** The name of a refusal's text: one about a document has a text for each kind. */
function keyOf(refusal: Refusal) {
  switch (refusal.code) {
    case 'DOCUMENT_CLOSED':
      return `DOCUMENT_CLOSED_${refusal.data.kind}` as const;
    case 'DOCUMENT_EMPTY':
      return `DOCUMENT_EMPTY_${refusal.data.kind}` as const;
    case 'DOCUMENT_SHORT':
      return `DOCUMENT_SHORT_${refusal.data.kind}` as const;
    default:
      return refusal.code;
  }
}

/** Too little stock, or none, of a product, of one batch, or of stock without a batch beside some in batches. */
function shortStockInWords(
  { availableMilli, batchNumber, inBatchesMilli }: RefusalData<'INSUFFICIENT_STOCK'>,
  words: Record<string, string | number>,
  t: Say,
): string {
  if (inBatchesMilli > 0)
    return t(availableMilli <= 0 ? 'refusals:noBatchOutOfStock' : 'refusals:noBatchShort', words);
  if (availableMilli <= 0)
    return t(batchNumber === null ? 'refusals:outOfStock' : 'refusals:batchOutOfStock', words);
  return t(batchNumber === null ? 'refusals:INSUFFICIENT_STOCK' : 'refusals:batchShort', words);
}

/** A refusal's data as formatted text: amounts, quantities, roles and counts. */
function spoken({ code, data }: Refusal, t: Say, format: Format): Record<string, string | number> {
  switch (code) {
    case 'NOT_PERMITTED':
    case 'APPROVAL_NEEDED':
      return { roles: rolesInWords(data.rolesThatMay, t) };
    case 'MAIL_FAILED':
    case 'SLACK_FAILED':
      return { problem: t(`refusals:deliveryProblems.${data.problem}`), detail: data.detail };
    case 'NOTICE_SENT':
      return { time: format.time(data.sentAt) };
    case 'SESSION_REPLACED':
      return { time: format.time(data.at) };
    case 'APPROVAL_REFUSED':
      return { left: leftInWords(data, t) };
    case 'SIGN_IN_WRONG':
      return { left: afterWrongInWords(data, t) };
    case 'TOO_MANY_TRIES':
      return { wait: waitInWords(data.waitSeconds, t) };
    case 'INPUT_INVALID':
      return {
        issues: capitalized(data.issues.map((issue) => issueInWords(issue, t)).join('; ')),
      };
    case 'CATEGORY_IN_USE':
      return {
        categoryName: data.categoryName,
        products: t('refusals:products', { count: data.products }),
        subcategories: t('refusals:subcategories', { count: data.subcategories }),
      };
    case 'LOCATION_HAS_STOCK':
      return {
        locationName: data.locationName,
        products: t('refusals:products', { count: data.products }),
      };
    case 'INSUFFICIENT_STOCK':
      return {
        ...data,
        batchNumber: data.batchNumber ?? '',
        requested: quantityInWords(data.requestedMilli, data.unit, format),
        available: quantityInWords(data.availableMilli, data.unit, format),
      };
    case 'EXPIRED_IN_CODE':
      return { ...data, expiry: format.day(data.expiresOn) };
    case 'EXPIRED_STOCK':
      return {
        ...data,
        expiry: format.day(data.expiresOn),
        available: quantityInWords(data.availableMilli, data.unit, format),
      };
    case 'QUANTITY_TOO_FINE':
      return { wrong: tooFineInWords(data, t) };
    case 'QUANTITY_TOO_LARGE':
      return { ...data, atMost: quantityInWords(data.atMostMilli, data.unit, format) };
    case 'QUANTITY_ZERO':
      return {
        wrong: t(isWeighed(data.unit) ? 'refusals:zeroWeight' : 'refusals:zeroCount', {
          productName: data.productName,
          quantity: quantityInWords(0, data.unit, format),
        }),
      };
    case 'QUANTITY_NEEDED':
      return {
        needed: t(data.code === null ? 'refusals:neededForChoice' : 'refusals:neededForCode', {
          productName: data.productName,
          unit: unitInWords(data.unit, t),
        }),
      };
    case 'PRICE_ZERO':
      return { productName: data.productName, price: format.money(0) };
    case 'ENTRY_EXISTS':
      return { ...data, onHand: quantityInWords(data.onHandMilli, data.unit, format) };
    case 'ENTRY_NOT_EMPTY':
      return {
        ...data,
        onHand: quantityInWords(data.onHandMilli, data.unit, format),
        reserved: quantityInWords(data.reservedMilli, data.unit, format),
      };
    case 'BATCH_EXPIRY_DIFFERS':
      return {
        batchNumber: data.batchNumber,
        expiry: data.expiresOn === null ? t('refusals:noExpiry') : format.day(data.expiresOn),
      };
    case 'LOCATION_COUNTED':
      return { ...data, time: format.dateTime(data.at) };
    case 'STOCKTAKE_CLOSED':
      return {
        by: data.by,
        count: data.number === null ? t('refusals:countAt', { place: data.locationName }) : data.number,
        state: t(`refusals:stocktake.${data.state}`),
      };
    case 'STOCKTAKE_OVERLAPS':
      return {
        locationName: data.locationName,
        by: data.by,
        what: data.categoryName ?? t('refusals:everything'),
        time: format.dateTime(data.startedAt),
      };
    case 'STOCKTAKE_CHANGED':
      return { ...data, time: format.time(data.at) };
    case 'STOCKTAKE_BELOW_ZERO':
      return {
        productName: data.productName,
        onHand: quantityInWords(data.onHandMilli, data.unit, format),
        missing: quantityInWords(-data.differenceMilli, data.unit, format),
        others: data.entries > 1 ? t('refusals:andOthers', { count: data.entries - 1 }) : '',
      };
    case 'ORDER_STEP':
      return { number: data.number, state: orderStateInWords(data.state, t) };
    case 'BATCH_NEEDED':
      return {
        productName: data.productName,
        batches: data.batches.map(({ number }) => number ?? t('refusals:noBatch')).join(', '),
      };
    case 'CATEGORY_NAME_TAKEN':
      return { name: data.name, parent: parentInWords(data.parentName, t) };
    case 'DISCOUNT_TOO_LARGE':
      return { atMost: format.money(data.atMostMinor) };
    case 'TOTAL_CHANGED':
      return { total: format.money(data.totalMinor) };
    case 'PAID_TOO_LITTLE':
      return { due: format.money(data.dueMinor), missing: format.money(data.missingMinor) };
    case 'CARD_TOO_MUCH':
      return { due: format.money(data.dueMinor) };
    case 'NOT_FOUND':
      return { what: t(`refusals:records.${data.what}`) };
    case 'JOB_INTERRUPTED':
      return { next: t(`refusals:interrupted.${data.kind}`) };
    case 'TICKET_CLOSED':
      return { number: became(data.number, String) };
    case 'FILE_BINARY':
      return { kind: t(data.isSpreadsheet ? 'refusals:aSpreadsheet' : 'refusals:noText') };
    case 'FILE_TOO_LARGE':
      return { limit: t('refusals:megabytes', { count: Math.floor(data.limitBytes / BYTES_PER_MEGABYTE) }) };
    case 'DOCUMENT_CLOSED':
      return { number: became(data.number, (number) => t(`refusals:postedAs_${data.kind}`, { number })) };
    case 'DOCUMENT_SHORT':
      return { locationName: data.locationName, lines: shortLinesInWords(data.lines, t, format) };
    case 'ISSUE_OVER_RETURN':
      return {
        ...data,
        out: quantityInWords(data.outMilli, data.unit, format),
        requested: quantityInWords(data.requestedMilli, data.unit, format),
      };
    case 'TASK_INCOMPLETE':
      return { needs: t(`refusals:task.${data.kind}`) };
    case 'TASK_CLOSED':
      return { by: data.by, state: t(`refusals:task.${data.state}`), time: format.dateTime(data.at) };
    default:
      return { ...data };
  }
}

/** Where a category is: inside another one, or at the top level. */
function parentInWords(parent: string, t: Say): string {
  return parent === '' ? t('refusals:topLevel') : t('refusals:inParent', { parent });
}

/** The text with the number of the document that a draft became; empty without a number. */
function became(number: string | null, say: (number: string) => string): string {
  return number === null ? '' : say(number);
}

/** The maximum number of short lines that a sentence names; the page marks all of them. */
const NAMED_LINES = 5;

function shortLinesInWords(lines: RefusalData<'DOCUMENT_SHORT'>['lines'], t: Say, format: Format): string {
  const named = lines.slice(0, NAMED_LINES).map(({ productName, unit, batchNumber, ...milli }) =>
    t('refusals:shortLine', {
      product:
        batchNumber === null
          ? productName
          : t('refusals:ofBatch', { product: productName, batch: batchNumber }),
      available: quantityInWords(milli.availableMilli, unit, format),
      requested: quantityInWords(milli.requestedMilli, unit, format),
    }),
  );
  const others = lines.length - named.length;
  return [...named, ...(others > 0 ? [t('refusals:moreLines', { count: others })] : [])].join('; ');
}

/** What follows a failed attempt: the attempts left, a wait, or an empty text. */
function leftInWords({ triesLeft, waitSeconds }: RefusalData<'SIGN_IN_WRONG'>, t: Say): string {
  if (waitSeconds > 0) return t('refusals:waitNow', { wait: waitInWords(waitSeconds, t) });
  return triesLeft > 0 ? t('refusals:triesLeft', { count: triesLeft }) : '';
}

/** What to do after a wrong sign-in: check the input while attempts are left, otherwise wait. */
function afterWrongInWords(data: RefusalData<'SIGN_IN_WRONG'>, t: Say): string {
  const left = leftInWords(data, t);
  return data.waitSeconds > 0 ? left : t('refusals:checkAgain', { left }).trimEnd();
}

const SECONDS_PER_MINUTE = 60;

/** A waiting time: in seconds up to two minutes, then in minutes, rounded up. */
export function waitInWords(seconds: number, t: Say): string {
  if (seconds <= 2 * SECONDS_PER_MINUTE) return t('refusals:seconds', { count: seconds });
  return t('refusals:minutes', { count: Math.ceil(seconds / SECONDS_PER_MINUTE) });
}

/** The roles that can do it, for example "a manager or an admin". */
export function rolesInWords(roles: readonly Role[], t: Say): string {
  const words = roles.map((role) => t(`common:aRole.${role}`));
  return new Intl.ListFormat(i18next.language, { type: 'disjunction' }).format(words);
}

function orderStateInWords(state: string, t: Say): string {
  const known = orderState.options.find((one) => one === state);
  return known === undefined ? state : t(`refusals:orderState.${known}`);
}

/** What is wrong with a field: its name and the message, with a colon unless the message is a predicate. */
function issueInWords({ field, message }: { field: string; message: string }, t: Say): string {
  const isPredicate = /^(must|can|is|are) /.test(message);
  return `${fieldInWords(field, t)}${isPredicate ? '' : ':'} ${message}`;
}

/**
 * A field as the screen names it: its label in quotes, or its name without the unit it is stored in where both are
 * the same words: "unit price" for `lines.0.unitPriceMinor`, "discount" for `discount.milliPercent`.
 */
function fieldInWords(field: string, t: Say): string {
  // A number is an index into a list, whose name comes before it.
  const name = field.split('.').findLast((part) => !/^(\d+|milliPercent|minor)$/.test(part)) ?? field;
  const label = labelOfField(name);
  if (label !== null) return t('refusals:fieldLabel', { label });
  return name
    .replace(/(MilliPercent|Milli|Minor|Id)$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function isUnit(unit: string): unit is UnitOfMeasure {
  return unit in UNITS;
}

function tooFineInWords({ productName, unit }: RefusalData<'QUANTITY_TOO_FINE'>, t: Say): string {
  const isWhole = isUnit(unit) && UNITS[unit].decimals === 0;
  const key = isWhole ? 'refusals:notWhole' : 'refusals:tooManyDecimals';
  return t(key, { productName, unit: unitInWords(unit, t) });
}

function isWeighed(unit: string): boolean {
  return unit === 'kg' || unit === 'g';
}

function quantityInWords(milli: number, unit: string, format: Format): string {
  return isUnit(unit) ? format.quantity(milli, unit) : format.number(milli);
}

function unitInWords(unit: string, t: Say): string {
  return isUnit(unit) ? t(`common:units.${unit}`) : unit;
}

/** Capitalizes the first letter. */
export function capitalized(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
