import { z } from 'zod';
import { cleanCode, cleanLine, cleanText } from '#shared/kernel/clean-text';
import { MAX_MINOR } from '#shared/kernel/money';
import { MAX_QUANTITY_MILLI } from '#shared/kernel/quantity';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import { FIRST_DAY, LAST_DAY, startOfDay } from '#shared/kernel/time';

export const id = z.int().positive();
/** An amount of money in the currency's minor unit, 0 or more. */
export const amountMinor = z.int().min(0).max(MAX_MINOR);
/** A quantity in thousandths of the unit, above 0. */
export const quantityMilli = z.int().min(1, 'must be above 0').max(MAX_QUANTITY_MILLI);
/** A quantity in thousandths of the unit, which may be 0. */
export const levelMilli = z.int().min(0).max(MAX_QUANTITY_MILLI);
/** A rate in thousandths of a percent: 21 % is 21_000. */
export const rateMilliPercent = z.int().min(0).max(FULL_MILLI_PERCENT);
/** UTC epoch milliseconds, from 1970 to the last day that is accepted. */
export const instant = z.int().min(0).max(startOfDay(LAST_DAY, 'UTC'));
/** A day without a time, as YYYY-MM-DD, from 1900-01-01 to 2999-12-31. */
export const day = z.iso
  .date()
  .refine((given) => given >= FIRST_DAY && given <= LAST_DAY, 'must be between 1900 and 2999');
/** The version that the person saw of the row they change; if the row has a newer one, the change is refused. */
export const version = z.int().positive();

/** An email address; '' for none. */
export const maybeEmail = z.union([z.literal(''), z.email().max(200)]);

/** A line of text that must not be empty; invisible characters are removed (`kernel/clean-text`). */
export const words = (max: number) => z.string().overwrite(cleanLine).trim().min(1).max(max);
/** A line of text that may be empty. */
export const optionalLine = (max: number) => z.string().overwrite(cleanLine).trim().max(max);
/** Text of one or more lines that may be empty. */
export const optionalText = (max: number) => z.string().overwrite(cleanText).trim().max(max);
/** A code as it was scanned or typed; the separators of a GS1 code stay. */
export const codeText = (max: number) => z.string().overwrite(cleanCode).trim().min(1).max(max);
/** What a scanner sent, or what was typed in its place. */
export const scannedCode = {
  code: codeText(200),
  /** What the same keys are on a US keyboard, where that differs: a scanner may be set to another layout. */
  keyPositions: codeText(200).optional(),
};

/** The person who did something, as lists show them. */
/** A PDF with the name to save it under. It travels as bytes, beside the JSON of the answer. */
export const pdf = z.file();

/** The bytes of a file that was sent with a call. Shared code knows no DOM, so it names what it needs of a file. */
export async function bytesOf(file: object): Promise<Uint8Array> {
  return new Uint8Array(await (file as { arrayBuffer(): Promise<ArrayBuffer> }).arrayBuffer());
}

export const person = z.object({ id, name: z.string() });
export type Person = z.infer<typeof person>;

/** Which rows of a list to return: at most 500 at a time. */
export const page = {
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(500).default(50),
};

/**
 * One page of a list with the total number of rows. The total is exact up to 1,000; beyond that `totalIsExact`
 * is false and the window shows "more than 1,000".
 */
export const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), total: z.int(), totalIsExact: z.boolean() });

/** A PIN as it is typed; `kernel/pin` decides which new PINs are accepted. */
export const givenPin = z.string().regex(/^\d{4,8}$/);
export const givenPassword = z.string().min(1).max(200);

/** Proof of identity: an account with either its PIN or its password, not both. */
export const proof = z
  .object({ accountId: id, pin: givenPin.optional(), password: givenPassword.optional() })
  .refine(({ pin, password }) => (pin === undefined) !== (password === undefined), 'PIN or password');
export type Proof = z.infer<typeof proof>;

/** The proof of the person who approves on the spot what the signed-in person may not do alone. */
export const approval = proof.optional();

export const roles = ['admin', 'manager', 'storekeeper', 'cashier', 'customer'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

export const unitOfMeasure = z.enum(['piece', 'pack', 'kg', 'g', 'l', 'ml', 'm']);

/** What a role can be allowed to do. */
export const permission = z.enum([
  'sell',
  'discountAndOverride',
  'lookUp',
  'seeQuantities',
  'seeCost',
  'editCatalogue',
  'editPrices',
  'moveStock',
  'stockReports',
  'manageTasks',
  'manageLocations',
  'serveOrders',
  'fulfilOrders',
  'dateOrdersBack',
  'manageChannels',
  'readAudit',
  'manageAccounts',
  'manageRoles',
  'manageStore',
]);
export type Permission = z.infer<typeof permission>;
