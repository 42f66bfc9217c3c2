import { z } from 'zod';
import { SLACK_HOST } from '#shared/kernel/slack-address';
import { call } from './base';
import { levelMilli, maybeEmail, optionalLine, optionalText, rateMilliPercent, words } from './common';
import { refuses } from './refusals';

/** The layout of the shop's own scale labels: 13 digits, see `kernel/scale-label`. */
export const scaleLayout = z.object({
  name: words(60),
  prefix: z.string().regex(/^(02|2\d)$/),
  itemDigits: z.int().min(3).max(8),
  verifierDigit: z.boolean(),
  valueDigits: z.int().min(3).max(7),
  valueDecimals: z.int().min(0).max(4),
  value: z.enum(['weight', 'price']),
});

export const currency = z.string().regex(/^[A-Z]{3}$/);
/** An IANA name that this machine must know. */
export const timeZone = z.string().regex(/^[\w+/-]{1,60}$/);
/** A BCP 47 tag that this machine must know. */
export const locale = z.string().regex(/^[\w-]{2,35}$/);

/** All settings of a store. Amounts in minor units. */
export const settingFields = {
  name: words(100),
  address: optionalText(500),
  phone: optionalLine(60),
  email: maybeEmail,
  taxNumber: optionalLine(60),
  currency,
  locale,
  timeZone,
  pricesIncludeTax: z.boolean(),
  /** Whether tax is rounded once per rate or on each line. */
  taxRounding: z.enum(['rate', 'line']),
  /** The smallest coin: 5 rounds what is paid in cash to 0.05. 0 or 1: no rounding. */
  cashStepMinor: z.int().min(0).max(100_000),
  /** The tax rates offered first, in thousandths of a percent. */
  taxRatesMilliPercent: z.array(rateMilliPercent).min(1).max(20),
  receiptHeader: optionalText(1000),
  receiptFooter: optionalText(1000),
  scaleLayouts: z.array(scaleLayout).max(20),
  allowNegativeStock: z.boolean(),
  /** The initial threshold of a new product; null for none. */
  defaultThresholdMilli: levelMilli.nullable(),
  /** Whether expired goods can be taken with a warning, or are refused. */
  expiredStock: z.enum(['warn', 'refuse']),
  /** Goods that expire within this many days from today are near expiry. */
  nearExpiryDays: z.int().min(0).max(365),
  /** The interval of the regular check for low stock and near expiry, in minutes. */
  alertCheckMinutes: z.int().min(1).max(1440),
  /** Whether people who count see neither the expected stock nor the differences until the review. */
  blindStocktake: z.boolean(),
  /** The mail server that alerts are sent through; '' for none. */
  smtpHost: optionalLine(253),
  smtpPort: z.int().min(1).max(65_535),
  /** Encrypted from the first byte, from STARTTLS on, or not at all (only sensible for a server on this machine). */
  smtpSecurity: z.enum(['tls', 'starttls', 'none']),
  /** '' for a server without authentication. The password is kept as a secret, not as a setting. */
  smtpUser: optionalLine(200),
  /** The sender of mail; '' means the store's own address. */
  mailFrom: maybeEmail,
  /** An additional address that receives all alerts; '' for none. */
  alertMailTo: maybeEmail,
  /** The only host that Slack messages are sent to, with its port unless that is the default. */
  slackHost: z
    .string()
    .trim()
    .toLowerCase()
    .max(259)
    .regex(/^([a-z\d]([a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])(:\d{1,5})?$/, 'must be the name of a host'),
  signInTries: z.int().min(1).max(50),
  /** The wait after that many wrong tries; it doubles with each further one, up to an hour. */
  signInWaitSeconds: z.int().min(1).max(86_400),
  /** For how long after the password was used at a till the PIN can be used to sign in there. */
  pinHours: z.int().min(1).max(168),
  sessionHours: z.int().min(1).max(720),
  /** 0: the till never locks by itself. */
  lockAfterMinutes: z.int().min(0).max(1440),
};

/** A change of some settings. Those left out stay as they are, so no field here has a default. */
const settingsChange = z.object(settingFields).partial();

/** All settings; those that the first run does not ask for have a default. */
export const storeSettings = z.object({
  ...settingFields,
  address: settingFields.address.default(''),
  phone: settingFields.phone.default(''),
  email: settingFields.email.default(''),
  taxNumber: settingFields.taxNumber.default(''),
  taxRounding: settingFields.taxRounding.default('rate'),
  cashStepMinor: settingFields.cashStepMinor.default(0),
  receiptHeader: settingFields.receiptHeader.default(''),
  receiptFooter: settingFields.receiptFooter.default(''),
  allowNegativeStock: settingFields.allowNegativeStock.default(false),
  defaultThresholdMilli: settingFields.defaultThresholdMilli.default(null),
  expiredStock: settingFields.expiredStock.default('warn'),
  nearExpiryDays: settingFields.nearExpiryDays.default(14),
  alertCheckMinutes: settingFields.alertCheckMinutes.default(60),
  blindStocktake: settingFields.blindStocktake.default(true),
  smtpHost: settingFields.smtpHost.default(''),
  smtpPort: settingFields.smtpPort.default(587),
  smtpSecurity: settingFields.smtpSecurity.default('starttls'),
  smtpUser: settingFields.smtpUser.default(''),
  mailFrom: settingFields.mailFrom.default(''),
  alertMailTo: settingFields.alertMailTo.default(''),
  slackHost: settingFields.slackHost.default(SLACK_HOST),
  signInTries: settingFields.signInTries.default(5),
  signInWaitSeconds: settingFields.signInWaitSeconds.default(60),
  pinHours: settingFields.pinHours.default(16),
  sessionHours: settingFields.sessionHours.default(12),
  lockAfterMinutes: settingFields.lockAfterMinutes.default(10),
});
export type Settings = z.infer<typeof storeSettings>;

/** All settings, and which of them can no longer change. */
const settingsAnswer = storeSettings.extend({
  /** Whether something was sold or ordered, so that the currency stays as it is. */
  currencyLocked: z.boolean(),
});

export const settings = {
  /** All settings of the store, and whether its currency can still change. */
  get: call.output(settingsAnswer),

  /** Changes the given settings and leaves the others; takes effect with the next call. */
  change: call.errors(refuses('CURRENCY_IN_USE')).input(settingsChange).output(settingsAnswer),
};
