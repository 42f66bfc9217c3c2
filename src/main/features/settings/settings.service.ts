import type { Database } from '#main/platform/database/database';
import type { Connection, InUnit, OnReader, Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import { type Settings, storeSettings } from '#shared/contract/settings';
import { assertUsable } from './stored-settings';

const FIRST_TRY_LIMITS = storeSettings.pick({ signInTries: true, signInWaitSeconds: true }).parse({});

/** The settings of the store, cached in memory because every call needs some of them. */
export class SettingsService {
  readonly #database: Database;
  readonly #committed: OnReader<SettingReads>;
  readonly #current: InUnit<SettingReads & SettingWrites>;
  #settings: Settings | null = null;
  #isDemo = false;

  /** @throws StoreFileError when a setting in the file cannot be used, for example an unknown time zone. */
  constructor(database: Database) {
    this.#database = database;
    this.#committed = database.onReader(settingReads);
    this.#current = database.inUnits((tx) => ({ ...settingReads(tx), ...settingWrites(tx) }));
    assertUsable(
      database.read((reader) => this.#committed.on(reader).all.all()),
      database.file,
    );
    this.#reload();
  }

  /** Whether the first run is over. */
  get ready(): boolean {
    return this.#settings !== null;
  }

  get isDemo(): boolean {
    return this.#isDemo;
  }

  /** All settings. @throws STORE_NOT_READY before the first run is over. */
  get current(): Settings {
    if (!this.#settings) throw refuse('STORE_NOT_READY', {});
    return this.#settings;
  }

  /** The number of wrong attempts allowed and the wait after them; the defaults before the first run is over. */
  get tryLimits(): Pick<Settings, 'signInTries' | 'signInWaitSeconds'> {
    return this.#settings ?? FIRST_TRY_LIMITS;
  }

  /** Writes settings in the unit of work that changes them; they take effect at once and are reverted if it fails. */
  save(
    tx: Tx,
    values: Partial<Settings> & { isDemo?: boolean },
    now: number,
    accountId: number | null,
  ): void {
    const rows = this.#current.in(tx);
    for (const [key, value] of Object.entries(values)) {
      rows.keep.run(key, JSON.stringify(value), now, accountId);
    }
    this.#take(rows.all.all());
    if (this.#settings) this.#keepReceiptText(rows, this.#settings, now);
    this.#database.writes.afterRollback(() => this.#reload());
  }

  /** Adds a version of the receipt's text if it differs from the latest. */
  #keepReceiptText(rows: SettingWrites, settings: Settings, now: number): void {
    const {
      name,
      address,
      taxNumber,
      receiptHeader: header,
      receiptFooter: footer,
      locale,
      timeZone,
    } = settings;
    rows.addReceiptText.run({ name, address, taxNumber, header, footer, locale, timeZone, now });
  }

  #reload(): void {
    this.#take(this.#database.read((reader) => this.#committed.on(reader).all.all()));
  }

  #take(rows: readonly SettingRow[]): void {
    const values = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
    this.#isDemo = values.isDemo === true;
    this.#settings = 'name' in values ? storeSettings.parse(values) : null;
  }
}

/** What a receipt says about the store. */
type ReceiptText = Pick<Settings, 'name' | 'address' | 'taxNumber' | 'locale' | 'timeZone'> & {
  header: string;
  footer: string;
};

interface SettingRow {
  key: string;
  value: string;
}

type SettingReads = ReturnType<typeof settingReads>;
type SettingWrites = ReturnType<typeof settingWrites>;

function settingReads(connection: Connection) {
  return { all: connection.prepare<[], SettingRow>('SELECT key, value FROM setting') };
}

function settingWrites(tx: Tx) {
  return {
    keep: tx.prepare<[string, string, number, number | null]>(
      `INSERT INTO setting (key, value, changed_at, changed_by_id) VALUES (?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at,
         changed_by_id = excluded.changed_by_id`,
    ),
    addReceiptText: tx.prepare<[ReceiptText & { now: number }]>(
      `INSERT INTO receipt_text (name, address, tax_number, header, footer, locale, time_zone, created_at)
       SELECT @name, @address, @taxNumber, @header, @footer, @locale, @timeZone, @now
       WHERE NOT EXISTS (
         SELECT 1 FROM receipt_text WHERE id = (SELECT max(id) FROM receipt_text) AND name = @name
           AND address = @address AND tax_number = @taxNumber AND header = @header AND footer = @footer
           AND locale = @locale AND time_zone = @timeZone)`,
    ),
  };
}
