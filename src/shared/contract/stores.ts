import { z } from 'zod';
import { call, openCall } from './base';
import { instant, maybeEmail, optionalLine, optionalText, words } from './common';
import { job } from './jobs';
import { signedIn, username } from './people';
import { refuses } from './refusals';
import { currency, locale, settingFields, timeZone } from './settings';

/** Numbers that were issued but are missing because the store lost its last changes; they are not issued again. */
const lostNumbers = z.object({ from: z.string(), to: z.string(), foundAt: z.int() });
export type LostNumbers = z.infer<typeof lostNumbers>;

/** What a window needs to know before and after sign-in. */
const storeStatus = z.object({
  state: z.enum(['new', 'ready']),
  /** Whether this is the demo store, which the top bar shows. */
  demo: z.boolean(),
  version: z.string(),
  /** 'desktop' in Electron, 'browser' behind the loopback address. */
  entry: z.enum(['desktop', 'browser']),
  /** Whether the program currently cannot write its log, for example because the disk is full. */
  logFailing: z.boolean(),
  /** Whether damage was found in the store's file since it was opened. */
  damaged: z.boolean(),
  /** Found within the last seven days, oldest first. */
  lostNumbers: z.array(lostNumbers),
  name: z.string(),
  currency: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  pricesIncludeTax: z.boolean(),
  cashStepMinor: z.int(),
  taxRatesMilliPercent: z.array(z.int()),
  defaultThresholdMilli: z.int().nullable(),
  nearExpiryDays: z.int(),
});
export type StoreStatus = z.infer<typeof storeStatus>;

/** The folder of the backups, and the newest backup: two files, the store and its key. */
const backups = z.object({
  folder: z.string(),
  last: z.object({ storeFile: z.string(), keyFile: z.string(), sizeBytes: z.int(), at: instant }).nullable(),
});
export type Backups = z.infer<typeof backups>;

const firstAdmin = z.object({
  username,
  email: maybeEmail.default(''),
  firstName: words(80),
  lastName: optionalLine(80).default(''),
  password: z.string().min(10).max(200),
  pin: z
    .string()
    .regex(/^\d{4,8}$/)
    .nullable()
    .default(null),
});

export const stores = {
  /** What a window needs to know of the store before and after sign-in; also answered while there is no store yet. */
  status: openCall.output(storeStatus),

  /** Checks the setup code in the header `setup-code`, before a person fills in the form of a new store. */
  checkSetupCode: openCall.errors(refuses('SETUP_CODE_WRONG', 'TOO_MANY_TRIES')).output(z.object({})),

  /**
   * The first run: creates the store, its selling location and its first admin, who is then signed in. In a browser,
   * the header `setup-code` must carry the code that the program printed at this start.
   */
  createStore: openCall
    .input(
      z.object({
        name: words(100),
        address: optionalText(500).default(''),
        taxNumber: optionalLine(60).default(''),
        currency,
        locale,
        timeZone,
        pricesIncludeTax: z.boolean(),
        taxRatesMilliPercent: settingFields.taxRatesMilliPercent,
        cashStepMinor: z.int().min(0).max(100_000).default(0),
        admin: firstAdmin,
      }),
    )
    .errors(
      refuses(
        'STORE_EXISTS',
        'SETUP_CODE_WRONG',
        'TOO_MANY_TRIES',
        'PASSWORD_TOO_EASY',
        'PIN_TOO_SHORT',
        'PIN_TOO_EASY',
      ),
    )
    .output(z.object({ token: z.string(), signedIn, recoveryCode: z.string() })),

  /** Creates the demo store: goods, people and some weeks of sales. Also needs the setup code. Returns its sign-ins. */
  createDemoStore: openCall
    .input(z.object({ locale: locale.default('en-GB'), timeZone: timeZone.default('Europe/London') }))
    .errors(refuses('STORE_EXISTS', 'SETUP_CODE_WRONG', 'TOO_MANY_TRIES'))
    .output(
      z.object({
        recoveryCode: z.string(),
        signIns: z.array(
          z.object({ username: z.string(), password: z.string(), pin: z.string(), role: z.string() }),
        ),
      }),
    ),

  /** The folder of the backups, and the newest one; null if there is none. */
  backups: call.output(backups),

  /**
   * Backs up the store and its key into the backup folder, in the background. The job's progress is in percent; its
   * figure `sizeBytes` is the size of the copy.
   */
  backUp: call.errors(refuses('JOB_RUNNING')).output(job),
};
