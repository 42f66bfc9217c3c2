import type { Database } from '#main/platform/database/database';
import type { WriteQueue } from '#main/platform/work/write-queue';
import { refuse } from '#shared/contract/refusals';
import { type Settings, settings as settingsSchema } from '#shared/contract/stores';
import { assertUsable } from './stored-settings';

const FIRST_TRY_LIMITS = settingsSchema.pick({ signInTries: true, signInWaitSeconds: true }).parse({});

/** What the store has set. Read from memory: every call asks for some of it. */
export class SettingsService {
  readonly #read;
  readonly #write;
  readonly #writes: WriteQueue;
  #current: Settings | null = null;
  #isDemo = false;

  /** @throws StoreFileError when a setting in the file cannot be used, for example an unknown time zone. */
  constructor({ handle, writes, file }: Pick<Database, 'handle' | 'writes' | 'file'>) {
    this.#writes = writes;
    this.#read = handle.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting');
    this.#write = handle.prepare<[string, string, number, number | null]>(
      `INSERT INTO setting (key, value, changed_at, changed_by_id) VALUES (?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at,
         changed_by_id = excluded.changed_by_id`,
    );
    assertUsable(this.#read.all(), file);
    this.#reload();
  }

  /** Whether the first run is over. */
  get ready(): boolean {
    return this.#current !== null;
  }

  get isDemo(): boolean {
    return this.#isDemo;
  }

  /** All settings; throws STORE_NOT_READY before the first run is over. */
  get current(): Settings {
    if (!this.#current) throw refuse('STORE_NOT_READY', {});
    return this.#current;
  }

  /** How many wrong tries are allowed and how long the wait is; the first values before the first run is over. */
  get tryLimits(): Pick<Settings, 'signInTries' | 'signInWaitSeconds'> {
    return this.#current ?? FIRST_TRY_LIMITS;
  }

  /** Keeps settings, in the unit of work of who changes them; they count at once, and if it fails no more. */
  save(values: Partial<Settings> & { isDemo?: boolean }, now: number, accountId: number | null): void {
    for (const [key, value] of Object.entries(values))
      this.#write.run(key, JSON.stringify(value), now, accountId);
    this.#reload();
    this.#writes.afterRollback(() => this.#reload());
  }

  #reload(): void {
    const values = Object.fromEntries(this.#read.all().map(({ key, value }) => [key, JSON.parse(value)]));
    this.#isDemo = values.isDemo === true;
    this.#current = 'name' in values ? settingsSchema.parse(values) : null;
  }
}
