import i18next, { type Resource, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { type Refusal, refusalSentence } from '#renderer/lib/refusal-sentence';
import { refusals } from '#shared/contract/refusal-codes';
import type { RefusalCode, RefusalData } from '#shared/contract/refusals';
import { formatsOf } from '#shared/kernel/formats';
import { englishTexts, text } from '../../support/texts';

const AT = Date.UTC(2026, 4, 4, 12, 30);

/** Example data for each refusal. */
const examples: { [Code in RefusalCode]: RefusalData<Code> } = {
  NOT_SIGNED_IN: {},
  SESSION_REPLACED: { at: AT },
  SESSION_EXPIRED: {},
  SESSION_TAKEN_OVER: { by: 'Mary Jones' },
  SESSION_LOCKED: {},
  NOT_PERMITTED: { rolesThatMay: ['admin'] },
  APPROVAL_NEEDED: { rolesThatMay: ['admin', 'manager'], permissions: ['discountAndOverride'] },
  APPROVAL_REFUSED: { triesLeft: 1, waitSeconds: 0 },
  TOO_MANY_TRIES: { waitSeconds: 60 },
  SIGN_IN_WRONG: { triesLeft: 0, waitSeconds: 60 },
  PASSWORD_FIRST: {},
  PASSWORD_WRONG: {},
  RECOVERY_CODE_WRONG: {},
  INPUT_INVALID: { issues: [{ field: 'name', message: 'too short' }] },
  NOT_FOUND: { what: 'product' },
  CHANGED_MEANWHILE: { what: 'Apples', by: 'Ada' },
  KEY_REUSED: {},
  STORE_NOT_READY: {},
  SETUP_CODE_WRONG: {},
  STORE_EXISTS: {},
  CURRENCY_IN_USE: { currency: 'GBP' },
  DISK_FULL: {},
  READ_ONLY: {},
  STORE_BUSY: {},
  STORAGE_FAILED: {},
  BACKUP_FOLDER: { folder: '/backups' },
  BACKUP_UNSOUND: {},
  STORE_DAMAGED: {},
  JOB_INTERRUPTED: { kind: 'productImport' },
  JOB_RUNNING: { kind: 'auditExport' },
  SKU_TAKEN: { sku: 'A-1', productId: 1, productName: 'Apples' },
  BARCODE_TAKEN: { code: '4006381333931', productId: 1, productName: 'Apples' },
  BARCODE_OF_LOCATION: { code: 'LOC-0001', locationId: 1, locationName: 'Shop' },
  BARCODE_CHECK_DIGIT: { code: '4006381333932', expected: 1 },
  BARCODE_FORMAT: { code: 'ABC', kind: 'ean13' },
  NAME_KNOWN: { name: 'Apples', productId: 1, sku: 'A-1' },
  PRODUCT_MOVED: { productName: 'Apples' },
  CATEGORY_CODE_TAKEN: { code: 'fruit', categoryName: 'Fruit' },
  CATEGORY_NAME_TAKEN: { name: 'Fruit', parentName: '' },
  CATEGORY_IN_USE: { categoryName: 'Fruit', products: 1, subcategories: 2 },
  CATEGORY_LOOP: { categoryName: 'Fruit', parentName: 'Apples' },
  IMAGE_UNREADABLE: {},
  IMAGE_TOO_LARGE: { widthPx: 30_000, heightPx: 2, atMostPx: 4096 },
  INSUFFICIENT_STOCK: {
    productId: 1,
    productName: 'Apples',
    unit: 'kg',
    requestedMilli: 2000,
    availableMilli: 1500,
    locationName: 'Shop',
    batchNumber: null,
    inBatchesMilli: 0,
  },
  EXPIRED_STOCK: {
    productName: 'Milk',
    unit: 'piece',
    batchNumber: 'L7',
    expiresOn: '2026-11-19',
    availableMilli: 2000,
    locationName: 'Shop',
  },
  QUANTITY_TOO_FINE: { productName: 'Cups', unit: 'piece' },
  QUANTITY_TOO_LARGE: { productName: 'Apples', unit: 'kg', atMostMilli: 10_000_000 },
  STOCK_VALUE_TOO_LARGE: { productName: 'Apples' },
  QUANTITY_ZERO: { productId: 1, productName: 'Apples', unit: 'kg', code: '2200017000002' },
  QUANTITY_NEEDED: { productId: 1, productName: 'Apples', unit: 'kg', code: 'APPLES', priceMinor: null },
  PRICE_ZERO: { productId: 1, productName: 'Apples', code: '2400017000000' },
  LOCATION_NAME_TAKEN: { name: 'Shop' },
  LOCATION_HAS_STOCK: { locationName: 'Cellar', products: 3 },
  LOCATION_USED: { locationName: 'Cellar' },
  LOCATION_CLOSED: { locationName: 'Cellar' },
  LOCATION_SELLS: { locationName: 'Shop' },
  ENTRY_EXISTS: { entryId: 1, productName: 'Apples', locationName: 'Shop', onHandMilli: 1500, unit: 'kg' },
  ENTRY_NOT_EMPTY: {
    productName: 'Cups',
    locationName: 'Shop',
    onHandMilli: 3000,
    reservedMilli: 0,
    unit: 'piece',
  },
  BATCH_EXPIRY_DIFFERS: { batchNumber: 'B7', expiresOn: '2026-05-04' },
  REASON_MISSING: {},
  LOCATION_COUNTED: { locationName: 'Shop', by: 'Ada', at: AT },
  STOCKTAKE_CLOSED: { number: 'CT-000001', state: 'posted', by: 'Ada', locationName: 'Shop' },
  STOCKTAKE_OVERLAPS: { stocktakeId: 1, locationName: 'Shop', categoryName: null, by: 'Ada', startedAt: AT },
  STOCKTAKE_NOT_REVIEWED: {},
  STOCKTAKE_CHANGED: { by: 'Ada', at: AT },
  STOCKTAKE_BELOW_ZERO: {
    productId: 1,
    productName: 'Cups',
    unit: 'piece',
    onHandMilli: 1000,
    differenceMilli: -3000,
    entries: 2,
  },
  LOCATION_SCANNED: { locationId: 1, locationName: 'Shelf 4' },
  ORDER_SCANNED: { orderId: 1, number: 'T1-000012' },
  EXPIRED_IN_CODE: { productName: 'Milk', expiresOn: '2026-05-04' },
  NOT_IN_STOCKTAKE: { productId: 1, productName: 'Cups', categoryName: 'Fruit', locationName: 'Shop' },
  BATCH_NEEDED: {
    productId: 1,
    productName: 'Milk',
    batches: [
      { id: 1, number: 'B7', expiresOn: '2026-05-04', isUsedUp: false, onHandMilli: 2000 },
      { id: null, number: null, expiresOn: null, isUsedUp: true, onHandMilli: null },
    ],
    unit: 'piece',
  },
  NOTHING_TO_UNDO: {},
  DOCUMENT_SHORT: {
    kind: 'transfer',
    locationName: 'Cellar',
    lines: [
      {
        productId: 1,
        productName: 'Apples',
        unit: 'kg',
        batchNumber: null,
        requestedMilli: 2000,
        availableMilli: 1500,
      },
      {
        productId: 2,
        productName: 'Cups',
        unit: 'piece',
        batchNumber: 'B7',
        requestedMilli: 3000,
        availableMilli: 0,
      },
    ],
  },
  TRANSFER_SAME_LOCATION: { locationName: 'Cellar' },
  DOCUMENT_EMPTY: { kind: 'issue' },
  DOCUMENT_CLOSED: { kind: 'transfer', number: 'TR-000012' },
  ISSUE_OVER_RETURN: { productName: 'Drill', unit: 'piece', outMilli: 1000, requestedMilli: 2000 },
  HOLDER_MISSING: {},
  HOLDER_UNKNOWN: {},
  TASK_INCOMPLETE: { kind: 'count' },
  TASK_CLOSED: { state: 'done', by: 'Ada', at: AT },
  TASK_OF_ANOTHER: {},
  FILE_EMPTY: {},
  FILE_BINARY: { isSpreadsheet: true },
  FILE_TOO_LARGE: { limitBytes: 50_000_000 },
  FILE_HEADING: {},
  LABELS_TOO_MANY: { labels: 2500, atMost: 2000 },
  FILE_QUOTE: { line: 12 },
  NAME_COLUMN_MISSING: {},
  IMPORT_RUNNING: { fileName: 'goods.csv' },
  CATALOGUE_BUSY: {},
  UNKNOWN_BARCODE: { code: '123' },
  PRODUCT_NOT_SOLD: { productName: 'Apples', status: 'inactive' },
  DISCOUNT_TOO_LARGE: { atMostMinor: 1234 },
  TICKET_EMPTY: {},
  TICKET_CLOSED: { number: 'T1-000012' },
  TICKET_ON_SCREEN: {},
  PARKED_NAME_TAKEN: { name: 'Table 4' },
  TOTAL_CHANGED: { totalMinor: 1000 },
  PAID_TOO_LITTLE: { dueMinor: 1000, missingMinor: 250 },
  CARD_TOO_MUCH: { dueMinor: 1000 },
  ORDER_STEP: { number: 'T1-000012', state: 'cancelled' },
  CHANNEL_TAKEN: { name: 'Phone' },
  CHANNEL_INACTIVE: { name: 'Phone' },
  CHANNEL_ALWAYS_ON: { name: 'Counter' },
  CUSTOMER_MISSING: {},
  DATE_IN_FUTURE: {},
  USERNAME_TAKEN: { username: 'ada' },
  PERSON_NAME_TAKEN: { name: 'Ada Byron' },
  EMAIL_TAKEN: { email: 'ada@example.org' },
  PASSWORD_TOO_EASY: {},
  PIN_TOO_SHORT: { digits: 6 },
  PIN_TOO_EASY: {},
  LAST_ADMIN: {},
  MAIL_NOT_SET: {},
  MAIL_FAILED: { problem: 'unknown host', detail: 'getaddrinfo ENOTFOUND mail.example' },
  SLACK_NOT_SET: {},
  SLACK_ADDRESS: { host: 'hooks.slack.com' },
  SLACK_FAILED: { problem: 'refused', detail: '404 no_service' },
  SECRET_UNREADABLE: { name: 'mail password' },
  EMAIL_MISSING: {},
  NOTICE_SENT: { sentAt: AT },
  REGISTRATION_DECIDED: {},
};

const format = formatsOf({ currency: 'EUR', locale: 'en-IE', timeZone: 'Europe/Dublin' });
let t: TFunction<readonly ['common', 'refusals']>;

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: englishTexts as Resource[string] },
    interpolation: { escapeValue: false },
  });
  t = i18next.getFixedT('en', ['common', 'refusals']);
});

const sentenceOf = (code: RefusalCode): string =>
  refusalSentence({ code, data: examples[code] } as Refusal, t, format);

test.for(Object.keys(refusals) as RefusalCode[])('%s says what is wrong and what to do', (code) => {
  const sentence = sentenceOf(code);
  expect(sentence).not.toContain(code);
  expect(sentence).not.toMatch(/\{\{|undefined|NaN|\[object/);
  expect(sentence).toMatch(/^\S.*[.)]$/);
});

test('quantities carry their unit, amounts their currency, days their locale', () => {
  expect(sentenceOf('INSUFFICIENT_STOCK')).toBe(
    text('refusals:INSUFFICIENT_STOCK', {
      available: '1.5\u00a0kg',
      requested: '2\u00a0kg',
      productName: 'Apples',
      locationName: 'Shop',
    }),
  );
  expect(sentenceOf('PAID_TOO_LITTLE')).toBe(
    text('refusals:PAID_TOO_LITTLE', { missing: '€2.50', due: '€10.00' }),
  );
  expect(sentenceOf('BATCH_EXPIRY_DIFFERS')).toContain('4 May 2026');
});

test('a wrong password says to check it, or to wait after the last attempt', () => {
  const sentenceAfter = (triesLeft: number, waitSeconds: number): string =>
    refusalSentence({ code: 'SIGN_IN_WRONG', data: { triesLeft, waitSeconds } }, t, format);
  const left = text('refusals:triesLeft', { count: 2 });
  expect(sentenceAfter(2, 0)).toBe(
    text('refusals:SIGN_IN_WRONG', { left: text('refusals:checkAgain', { left }) }),
  );
  const wait = text('refusals:seconds', { count: 60 });
  expect(sentenceAfter(0, 60)).toBe(
    text('refusals:SIGN_IN_WRONG', { left: text('refusals:waitNow', { wait }) }),
  );
});

test('a quantity typed before an unknown code is to be left out', () => {
  const sentenceFor = (code: string): string =>
    refusalSentence({ code: 'UNKNOWN_BARCODE', data: { code } }, t, format);
  expect(sentenceFor('3*milk')).toBe(text('refusals:quantityInCode', { code: '3*milk' }));
  expect(sentenceFor('milk')).toBe(text('refusals:UNKNOWN_BARCODE', { code: 'milk' }));
});

test('sold-out stock is reported without a number', () => {
  const data = { ...examples.INSUFFICIENT_STOCK, availableMilli: 0 };
  expect(refusalSentence({ code: 'INSUFFICIENT_STOCK', data }, t, format)).toBe(
    text('refusals:outOfStock', { productName: 'Apples', locationName: 'Shop' }),
  );
});

test('a chosen batch of which too little is left is named', () => {
  const data = { ...examples.INSUFFICIENT_STOCK, batchNumber: 'L7' };
  const batch = { productName: 'Apples', locationName: 'Shop', batchNumber: 'L7' };
  expect(refusalSentence({ code: 'INSUFFICIENT_STOCK', data }, t, format)).toBe(
    text('refusals:batchShort', { ...batch, available: '1.5\u00a0kg', requested: '2\u00a0kg' }),
  );
  const none = { ...data, availableMilli: 0 };
  expect(refusalSentence({ code: 'INSUFFICIENT_STOCK', data: none }, t, format)).toBe(
    text('refusals:batchOutOfStock', batch),
  );
});

test('stock without a batch of which too little is left points to the batches that have some', () => {
  const data = { ...examples.INSUFFICIENT_STOCK, inBatchesMilli: 12_000 };
  const place = { productName: 'Apples', locationName: 'Shop' };
  expect(refusalSentence({ code: 'INSUFFICIENT_STOCK', data }, t, format)).toBe(
    text('refusals:noBatchShort', { ...place, available: '1.5\u00a0kg', requested: '2\u00a0kg' }),
  );
  const none = { ...data, availableMilli: 0 };
  expect(refusalSentence({ code: 'INSUFFICIENT_STOCK', data: none }, t, format)).toBe(
    text('refusals:noBatchOutOfStock', place),
  );
});

test('the parent of a category with the same name is named', () => {
  const sentenceIn = (parentName: string): string =>
    refusalSentence({ code: 'CATEGORY_NAME_TAKEN', data: { name: 'Tea', parentName } }, t, format);
  const parent = text('refusals:inParent', { parent: 'Drinks' });
  expect(sentenceIn('Drinks')).toBe(text('refusals:CATEGORY_NAME_TAKEN', { name: 'Tea', parent }));
  expect(sentenceIn('')).toContain(text('refusals:topLevel'));
});

test('a refusal of a fraction asks for a whole number, or gives the number of decimals', () => {
  expect(sentenceOf('QUANTITY_TOO_FINE')).toBe(
    text('refusals:notWhole', { productName: 'Cups', unit: text('common:units.piece') }),
  );
  const data = { productName: 'Apples', unit: 'kg' } as const;
  expect(refusalSentence({ code: 'QUANTITY_TOO_FINE', data }, t, format)).toBe(
    text('refusals:tooManyDecimals', { productName: 'Apples', unit: text('common:units.kg') }),
  );
});

test("a refusal of a label's quantity or price repeats what the label says", () => {
  expect(sentenceOf('QUANTITY_ZERO')).toBe(
    text('refusals:QUANTITY_ZERO', {
      wrong: text('refusals:zeroWeight', { quantity: '0\u00a0kg', productName: 'Apples' }),
    }),
  );
  const counted = { productId: 1, productName: 'Cups', unit: 'piece', code: '01040063813339313000' };
  expect(refusalSentence({ code: 'QUANTITY_ZERO', data: counted }, t, format)).toBe(
    text('refusals:QUANTITY_ZERO', {
      wrong: text('refusals:zeroCount', { quantity: 0, productName: 'Cups' }),
    }),
  );
  expect(sentenceOf('PRICE_ZERO')).toBe(
    text('refusals:PRICE_ZERO', { price: '€0.00', productName: 'Apples' }),
  );
  expect(sentenceOf('QUANTITY_TOO_LARGE')).toContain('10,000\u00a0kg');
});

test('a needed quantity is requested in words, with the price that a label fixes', () => {
  expect(sentenceOf('QUANTITY_NEEDED')).toBe(
    text('refusals:QUANTITY_NEEDED', {
      needed: text('refusals:neededForCode', { productName: 'Apples', unit: text('common:units.kg') }),
    }),
  );
  const chosen = { productId: 1, productName: 'Apples', unit: 'kg', code: null, priceMinor: null } as const;
  expect(refusalSentence({ code: 'QUANTITY_NEEDED', data: chosen }, t, format)).toBe(
    text('refusals:QUANTITY_NEEDED', {
      needed: text('refusals:neededForChoice', { productName: 'Apples', unit: text('common:units.kg') }),
    }),
  );
});

test('roles and counts are in words', () => {
  expect(sentenceOf('APPROVAL_NEEDED')).toContain(
    `${text('common:aRole.admin')} or ${text('common:aRole.manager')}`,
  );
  expect(sentenceOf('CATEGORY_IN_USE')).toBe(
    text('refusals:CATEGORY_IN_USE', {
      categoryName: 'Fruit',
      products: text('refusals:products', { count: 1 }),
      subcategories: text('refusals:subcategories', { count: 2 }),
    }),
  );
  expect(sentenceOf('APPROVAL_REFUSED')).toContain(text('refusals:triesLeft', { count: 1 }));
  const wait = text('refusals:seconds', { count: 60 });
  expect(sentenceOf('SIGN_IN_WRONG')).toContain(text('refusals:waitNow', { wait }));
});

test('a field is named by its label on the screen', () => {
  const sentenceFor = (field: string): string =>
    refusalSentence(
      { code: 'INPUT_INVALID', data: { issues: [{ field, message: 'is not valid' }] } },
      t,
      format,
    );
  const labelled = (label: string): string => `${text('refusals:fieldLabel', { label })} is not valid`;
  expect(sentenceFor('customerEmail')).toContain(labelled(text('sales:dialogs.order.email')));
  expect(sentenceFor('mailFrom')).toContain(labelled(text('settings:notices.mailFrom')));
  expect(sentenceFor('email')).toContain('Email is not valid');
});

test('a field is named in words, not by its storage unit', () => {
  const issues = [
    { field: 'quantityMilli', message: 'must be above 0' },
    { field: 'lines.0.unitPriceMinor', message: 'too large' },
    { field: 'taxRatesMilliPercent.1', message: 'too large' },
    { field: 'discount.milliPercent', message: 'too large' },
  ];
  const taxRates = text('refusals:fieldLabel', { label: text('settings:money.taxRates') });
  const sentence = refusalSentence({ code: 'INPUT_INVALID', data: { issues } }, t, format);
  expect(sentence).toContain(
    `Quantity must be above 0; unit price: too large; ${taxRates}: too large; discount: too large`,
  );
});

test("a time is in the store's time zone", () => {
  expect(sentenceOf('SESSION_REPLACED')).toContain('13:30');
});

test('the person who took over a till is named', () => {
  expect(sentenceOf('SESSION_TAKEN_OVER')).toBe(text('refusals:SESSION_TAKEN_OVER', { by: 'Mary Jones' }));
});

test('a long wait is in minutes, rounded up', () => {
  const waitOf = (waitSeconds: number) =>
    refusalSentence({ code: 'TOO_MANY_TRIES', data: { waitSeconds } }, t, format);
  const toldToWait = (wait: string) => text('refusals:TOO_MANY_TRIES', { wait });
  expect(waitOf(1)).toBe(toldToWait(text('refusals:seconds', { count: 1 })));
  expect(waitOf(120)).toBe(toldToWait(text('refusals:seconds', { count: 120 })));
  expect(waitOf(121)).toBe(toldToWait(text('refusals:minutes', { count: 3 })));
  expect(waitOf(3600)).toBe(toldToWait(text('refusals:minutes', { count: 60 })));
});

test('a ticket that was parked or voided is not looked for among the orders', () => {
  const gone = refusalSentence({ code: 'TICKET_CLOSED', data: { number: null } } as Refusal, t, format);
  expect(gone).toBe(text('refusals:ticketGone'));
});
