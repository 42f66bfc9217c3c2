import { z } from 'zod';
import { id, permission, role, unitOfMeasure } from './common';
import { documentKind, jobKind, kindOfRecord } from './record-kinds';

/** Why a mail or Slack server did not take a message; `detail` is what it said itself. */
const noticeProblem = z.enum(['unknown host', 'no answer', 'certificate', 'sign-in refused', 'refused']);
export type NoticeProblem = z.infer<typeof noticeProblem>;

/** What a wrong PIN or password leaves: more tries, or how long to wait (0 while there are tries). */
const failedTry = z.object({ triesLeft: z.int(), waitSeconds: z.int() });

/**
 * Every refusal that Tillroom declares, with the data from which the window makes its sentence. A call
 * lists the ones it can answer with; anything else that goes wrong is a bug and is shown as one.
 */
export const refusals = {
  // Who is asking
  NOT_SIGNED_IN: { status: 401, data: z.object({}) },
  SESSION_REPLACED: { status: 401, data: z.object({ at: z.int() }) },
  SESSION_EXPIRED: { status: 401, data: z.object({}) },
  /** Someone else unlocked the till and continues with its ticket. */
  SESSION_TAKEN_OVER: { status: 401, data: z.object({ by: z.string() }) },
  SESSION_LOCKED: { status: 423, data: z.object({}) },
  NOT_PERMITTED: { status: 403, data: z.object({ rolesThatMay: z.array(role) }) },
  APPROVAL_NEEDED: {
    status: 403,
    data: z.object({
      rolesThatMay: z.array(role),
      /** Of which an approver must have one, for `people.approvers`. */
      permissions: z.array(permission),
      /** What was approved so far to be taken off the price, and what would be taken off now. */
      reduction: z.object({ beforeMinor: z.int(), afterMinor: z.int() }).optional(),
    }),
  },
  APPROVAL_REFUSED: { status: 403, data: failedTry },
  TOO_MANY_TRIES: { status: 429, data: z.object({ waitSeconds: z.int() }) },
  SIGN_IN_WRONG: { status: 401, data: failedTry },
  PASSWORD_FIRST: { status: 401, data: z.object({}) },
  PASSWORD_WRONG: { status: 401, data: z.object({}) },
  RECOVERY_CODE_WRONG: { status: 401, data: z.object({}) },

  // What was asked
  INPUT_INVALID: {
    status: 422,
    data: z.object({ issues: z.array(z.object({ field: z.string(), message: z.string() })) }),
  },
  NOT_FOUND: { status: 404, data: z.object({ what: kindOfRecord }) },
  CHANGED_MEANWHILE: { status: 409, data: z.object({ what: z.string(), by: z.string() }) },
  KEY_REUSED: { status: 409, data: z.object({}) },

  // The store and its file
  STORE_NOT_READY: { status: 409, data: z.object({}) },
  /** A browser creates the store only with the code that this start of the program printed. */
  SETUP_CODE_WRONG: { status: 401, data: z.object({}) },
  STORE_EXISTS: { status: 409, data: z.object({}) },
  /** Something was sold or ordered in the store's currency, so its amounts keep it. */
  CURRENCY_IN_USE: { status: 409, data: z.object({ currency: z.string() }) },
  DISK_FULL: { status: 507, data: z.object({}) },
  READ_ONLY: { status: 507, data: z.object({}) },
  /** Another program has the file of the store locked. */
  STORE_BUSY: { status: 503, data: z.object({}) },
  /** The disk or the memory failed; the call changed nothing. */
  STORAGE_FAILED: { status: 507, data: z.object({}) },
  BACKUP_FOLDER: { status: 500, data: z.object({ folder: z.string() }) },
  BACKUP_UNSOUND: { status: 500, data: z.object({}) },
  /** The store's file is damaged; the call changed nothing. */
  STORE_DAMAGED: { status: 507, data: z.object({}) },
  /** The program ended while the job ran. */
  JOB_INTERRUPTED: { status: 409, data: z.object({ kind: jobKind }) },
  JOB_RUNNING: { status: 409, data: z.object({ kind: z.string() }) },

  // Catalogue
  SKU_TAKEN: { status: 409, data: z.object({ sku: z.string(), productId: id, productName: z.string() }) },
  BARCODE_TAKEN: {
    status: 409,
    data: z.object({ code: z.string(), productId: id, productName: z.string() }),
  },
  BARCODE_OF_LOCATION: {
    status: 409,
    data: z.object({ code: z.string(), locationId: id, locationName: z.string() }),
  },
  BARCODE_CHECK_DIGIT: { status: 422, data: z.object({ code: z.string(), expected: z.int().min(0).max(9) }) },
  BARCODE_FORMAT: { status: 422, data: z.object({ code: z.string(), kind: z.string() }) },
  NAME_KNOWN: { status: 409, data: z.object({ name: z.string(), productId: id, sku: z.string() }) },
  PRODUCT_MOVED: { status: 409, data: z.object({ productName: z.string() }) },
  CATEGORY_CODE_TAKEN: { status: 409, data: z.object({ code: z.string(), categoryName: z.string() }) },
  CATEGORY_NAME_TAKEN: { status: 409, data: z.object({ name: z.string(), parentName: z.string() }) },
  CATEGORY_IN_USE: {
    status: 409,
    data: z.object({ categoryName: z.string(), products: z.int(), subcategories: z.int() }),
  },
  CATEGORY_LOOP: { status: 409, data: z.object({ categoryName: z.string(), parentName: z.string() }) },
  /** A side of it has more pixels than a picture may have. */
  IMAGE_TOO_LARGE: {
    status: 422,
    data: z.object({ widthPx: z.int(), heightPx: z.int(), atMostPx: z.int() }),
  },
  IMAGE_UNREADABLE: { status: 422, data: z.object({}) },

  // Stock
  INSUFFICIENT_STOCK: {
    status: 409,
    data: z.object({
      productId: id,
      productName: z.string(),
      unit: z.string(),
      requestedMilli: z.int(),
      availableMilli: z.int(),
      locationName: z.string(),
      /** The batch that was chosen; null if the location's whole stock or its stock without a batch is meant. */
      batchNumber: z.string().nullable(),
      /** What is available in batches at the location, if stock without a batch was chosen; otherwise 0. */
      inBatchesMilli: z.int(),
    }),
  },
  /** What is wanted is there only together with a batch that expired, and the store keeps those back. */
  EXPIRED_STOCK: {
    status: 409,
    data: z.object({
      productName: z.string(),
      unit: z.string(),
      batchNumber: z.string(),
      expiresOn: z.string(),
      /** What is left that has not expired. */
      availableMilli: z.int(),
      locationName: z.string(),
    }),
  },
  QUANTITY_TOO_FINE: { status: 422, data: z.object({ productName: z.string(), unit: z.string() }) },
  /** More than one line, count or level of stock can hold, in one step or with what is there already. */
  QUANTITY_TOO_LARGE: {
    status: 422,
    data: z.object({ productName: z.string(), unit: z.string(), atMostMilli: z.int() }),
  },
  /** What there would be of a product, or what moves, is worth more than can be calculated exactly. */
  STOCK_VALUE_TOO_LARGE: { status: 422, data: z.object({ productName: z.string() }) },
  /** A label or code gives a quantity of 0. */
  QUANTITY_ZERO: {
    status: 422,
    data: z.object({ productId: id, productName: z.string(), unit: z.string(), code: z.string() }),
  },
  /** A label gives a price of 0. */
  PRICE_ZERO: {
    status: 422,
    data: z.object({ productId: id, productName: z.string(), code: z.string() }),
  },
  /** Something is weighed or measured, and neither its code nor anyone says how much of it there is. */
  QUANTITY_NEEDED: {
    status: 422,
    data: z.object({
      productId: id,
      productName: z.string(),
      unit: unitOfMeasure,
      /** What was scanned; null for a product that was chosen by hand. */
      code: z.string().nullable(),
      /** The price that a label fixes, whatever the quantity is. */
      priceMinor: z.int().nullable(),
    }),
  },
  LOCATION_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  LOCATION_HAS_STOCK: { status: 409, data: z.object({ locationName: z.string(), products: z.int() }) },
  LOCATION_USED: { status: 409, data: z.object({ locationName: z.string() }) },
  LOCATION_CLOSED: { status: 409, data: z.object({ locationName: z.string() }) },
  LOCATION_SELLS: { status: 409, data: z.object({ locationName: z.string() }) },
  ENTRY_EXISTS: {
    status: 409,
    data: z.object({
      entryId: id,
      productName: z.string(),
      locationName: z.string(),
      onHandMilli: z.int(),
      unit: z.string(),
    }),
  },
  ENTRY_NOT_EMPTY: {
    status: 409,
    data: z.object({
      productName: z.string(),
      locationName: z.string(),
      onHandMilli: z.int(),
      reservedMilli: z.int(),
      unit: z.string(),
    }),
  },
  BATCH_EXPIRY_DIFFERS: {
    status: 409,
    data: z.object({ batchNumber: z.string(), expiresOn: z.string().nullable() }),
  },
  REASON_MISSING: { status: 422, data: z.object({}) },

  // Stocktakes
  LOCATION_COUNTED: {
    status: 409,
    data: z.object({ locationName: z.string(), by: z.string(), at: z.int() }),
  },
  STOCKTAKE_CLOSED: {
    status: 409,
    data: z.object({
      number: z.string().nullable(),
      state: z.enum(['posted', 'cancelled']),
      by: z.string(),
      locationName: z.string(),
    }),
  },
  STOCKTAKE_OVERLAPS: {
    status: 409,
    data: z.object({
      stocktakeId: id,
      locationName: z.string(),
      categoryName: z.string().nullable(),
      by: z.string(),
      startedAt: z.int(),
    }),
  },
  STOCKTAKE_NOT_REVIEWED: { status: 409, data: z.object({}) },
  STOCKTAKE_CHANGED: { status: 409, data: z.object({ by: z.string(), at: z.int() }) },
  STOCKTAKE_BELOW_ZERO: {
    status: 409,
    data: z.object({
      productId: id,
      productName: z.string(),
      unit: z.string(),
      onHandMilli: z.int(),
      differenceMilli: z.int(),
      /** How many entries would be below zero, this one included. */
      entries: z.int(),
    }),
  },
  NOT_IN_STOCKTAKE: {
    status: 409,
    data: z.object({
      productId: id,
      productName: z.string(),
      categoryName: z.string(),
      locationName: z.string(),
    }),
  },
  /** The code of a location was scanned where goods are counted. */
  LOCATION_SCANNED: { status: 409, data: z.object({ locationId: id, locationName: z.string() }) },
  /** The number of an order, as on its receipt, where a product is wanted. */
  ORDER_SCANNED: { status: 409, data: z.object({ orderId: id, number: z.string() }) },
  /** The code itself says that it has expired, of a batch that the store does not know. */
  EXPIRED_IN_CODE: { status: 409, data: z.object({ productName: z.string(), expiresOn: z.string() }) },
  BATCH_NEEDED: {
    status: 409,
    data: z.object({
      productId: id,
      productName: z.string(),
      /** The stock there, used-up batches last; a null id means stock without a batch. */
      batches: z.array(
        z.object({
          id: id.nullable(),
          number: z.string().nullable(),
          expiresOn: z.string().nullable(),
          /** Whether nothing of it is on hand or counted there. */
          isUsedUp: z.boolean(),
          /** On hand there, in thousandths of `unit`; null in a blind count. */
          onHandMilli: z.int().nullable(),
        }),
      ),
      unit: unitOfMeasure,
    }),
  },
  NOTHING_TO_UNDO: { status: 409, data: z.object({}) },

  // Documents with lines of goods
  DOCUMENT_SHORT: {
    status: 409,
    data: z.object({
      kind: documentKind,
      locationName: z.string(),
      /** All lines that ask for more than can be taken. */
      lines: z.array(
        z.object({
          productId: id,
          productName: z.string(),
          unit: z.string(),
          batchNumber: z.string().nullable(),
          requestedMilli: z.int(),
          availableMilli: z.int(),
        }),
      ),
    }),
  },
  DOCUMENT_EMPTY: { status: 409, data: z.object({ kind: documentKind }) },
  /** It was posted, with its number, or discarded. */
  DOCUMENT_CLOSED: { status: 409, data: z.object({ kind: documentKind, number: z.string().nullable() }) },
  TRANSFER_SAME_LOCATION: { status: 422, data: z.object({ locationName: z.string() }) },

  // Issue and return
  ISSUE_OVER_RETURN: {
    status: 409,
    data: z.object({
      productName: z.string(),
      unit: z.string(),
      outMilli: z.int(),
      requestedMilli: z.int(),
    }),
  },
  HOLDER_MISSING: { status: 422, data: z.object({}) },
  /** Nobody who works here has that account. */
  HOLDER_UNKNOWN: { status: 422, data: z.object({}) },

  // Files of products
  FILE_EMPTY: { status: 422, data: z.object({}) },
  FILE_BINARY: { status: 422, data: z.object({ isSpreadsheet: z.boolean() }) },
  FILE_TOO_LARGE: { status: 413, data: z.object({ limitBytes: z.int() }) },
  FILE_HEADING: { status: 422, data: z.object({}) },
  FILE_QUOTE: { status: 422, data: z.object({ line: z.int() }) },
  NAME_COLUMN_MISSING: { status: 422, data: z.object({}) },
  IMPORT_RUNNING: { status: 409, data: z.object({ fileName: z.string() }) },
  CATALOGUE_BUSY: { status: 409, data: z.object({}) },

  // Labels
  LABELS_TOO_MANY: { status: 422, data: z.object({ labels: z.int(), atMost: z.int() }) },

  // Tasks
  /** It lacks what its kind has to say: what, or where. */
  TASK_INCOMPLETE: {
    status: 422,
    data: z.object({ kind: z.enum(['count', 'restock', 'check expiry', 'other']) }),
  },
  TASK_CLOSED: {
    status: 409,
    data: z.object({ state: z.enum(['done', 'cancelled']), by: z.string(), at: z.int() }),
  },
  TASK_OF_ANOTHER: { status: 403, data: z.object({}) },

  // Till and orders
  UNKNOWN_BARCODE: { status: 404, data: z.object({ code: z.string() }) },
  PRODUCT_NOT_SOLD: {
    status: 409,
    data: z.object({ productName: z.string(), status: z.enum(['inactive', 'archived']) }),
  },
  DISCOUNT_TOO_LARGE: { status: 422, data: z.object({ atMostMinor: z.int() }) },
  TICKET_EMPTY: { status: 409, data: z.object({}) },
  TICKET_CLOSED: { status: 409, data: z.object({ number: z.string().nullable() }) },
  TICKET_ON_SCREEN: { status: 409, data: z.object({}) },
  PARKED_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  /** The ticket has another total than the one that the payment was taken for. */
  TOTAL_CHANGED: { status: 409, data: z.object({ totalMinor: z.int() }) },
  PAID_TOO_LITTLE: { status: 422, data: z.object({ dueMinor: z.int(), missingMinor: z.int() }) },
  /** A card is more than the tenders before it left due: only cash gives change. */
  CARD_TOO_MUCH: { status: 422, data: z.object({ dueMinor: z.int() }) },
  ORDER_STEP: { status: 409, data: z.object({ number: z.string(), state: z.string() }) },
  CHANNEL_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  CHANNEL_INACTIVE: { status: 409, data: z.object({ name: z.string() }) },
  CHANNEL_ALWAYS_ON: { status: 409, data: z.object({ name: z.string() }) },
  CUSTOMER_MISSING: { status: 422, data: z.object({}) },
  DATE_IN_FUTURE: { status: 422, data: z.object({}) },

  // Notices by mail and Slack
  MAIL_NOT_SET: { status: 409, data: z.object({}) },
  MAIL_FAILED: { status: 502, data: z.object({ problem: noticeProblem, detail: z.string() }) },
  SLACK_NOT_SET: { status: 409, data: z.object({}) },
  /** It is not on the host that the settings allow, or not by https. */
  SLACK_ADDRESS: { status: 422, data: z.object({ host: z.string() }) },
  SLACK_FAILED: { status: 502, data: z.object({ problem: noticeProblem, detail: z.string() }) },
  SECRET_UNREADABLE: { status: 409, data: z.object({ name: z.string() }) },
  EMAIL_MISSING: { status: 409, data: z.object({}) },
  NOTICE_SENT: { status: 409, data: z.object({ sentAt: z.int() }) },

  // People
  /** Also for a username that looks like another one. */
  USERNAME_TAKEN: { status: 409, data: z.object({ username: z.string() }) },
  EMAIL_TAKEN: { status: 409, data: z.object({ email: z.string() }) },
  /** Someone who works here has this name, or one that looks like it. */
  PERSON_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  PASSWORD_TOO_EASY: { status: 422, data: z.object({}) },
  PIN_TOO_SHORT: { status: 422, data: z.object({ digits: z.int() }) },
  PIN_TOO_EASY: { status: 422, data: z.object({}) },
  LAST_ADMIN: { status: 409, data: z.object({}) },
  REGISTRATION_DECIDED: { status: 409, data: z.object({}) },
} as const satisfies Record<string, { status: number; data: z.ZodType }>;
