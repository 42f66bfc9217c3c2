import type { AuditService } from '#main/features/audit/index';
import { assertSound, type SettingsService } from '#main/features/settings/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { LogState } from '#main/platform/logging/log-file';
import { VERSION } from '#main/platform/version';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Settings, StoreStatus } from '#shared/contract/stores';
import { storeQueries, type TillRow } from './store.queries';

interface Needs {
  database: Database;
  logState: LogState;
  settings: SettingsService;
  numbers: NumberService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The store itself: its state, its settings, its tills. */
export class StoreService {
  readonly #needs: Needs;
  readonly #queries;
  readonly #lists;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = storeQueries(needs.database.handle);
    this.#lists = storeQueries(needs.database.reader);
  }

  /** What a window needs to know, signed in or not; before the first run with what this machine suggests. */
  status(entry: StoreStatus['entry']): StoreStatus {
    const { settings, logState, database, numbers } = this.#needs;
    const always = {
      version: VERSION,
      entry,
      demo: settings.isDemo,
      logFailing: logState.failing,
      damaged: database.damage.found,
      lostNumbers: numbers.lost(),
    };
    if (!settings.ready) return { ...always, state: 'new', ...suggested() };
    const { name, currency, locale, timeZone, pricesIncludeTax, cashStepMinor, taxRatesMilliPercent } =
      settings.current;
    const { defaultThresholdMilli, nearExpiryDays } = settings.current;
    return {
      ...always,
      state: 'ready',
      name,
      currency,
      locale,
      timeZone,
      pricesIncludeTax,
      cashStepMinor,
      taxRatesMilliPercent,
      defaultThresholdMilli,
      nearExpiryDays,
    };
  }

  /** All that is set. */
  settings(): Settings {
    return this.#needs.settings.current;
  }

  /**
   * Changes some settings, from the next call on.
   * @throws INPUT_INVALID for a zone, locale or currency this machine does not know, a scale layout that does
   * not add up, and another currency once something was sold: its amounts would mean something else.
   */
  changeSettings(ctx: Ctx, change: ParsedInputs['stores']['changeSettings']): Settings {
    const { settings, audit, changes } = this.#needs;
    const before = settings.current;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    assertSound(given);
    if ((change.currency ?? before.currency) !== before.currency && this.#queries.sold.get() !== undefined) {
      throw refuse('INPUT_INVALID', { issues: [{ field: 'currency', message: 'something was sold in it' }] });
    }
    settings.save(given, ctx.now, ctx.account.id);
    audit.record(ctx, {
      entity: 'settings',
      entityId: null,
      label: before.name,
      before,
      after: settings.current,
    });
    changes.publish('stores');
    return settings.current;
  }

  tills(): TillRow[] {
    return this.#lists.tills.all();
  }

  renameTill(ctx: Ctx, { id, name }: ParsedInputs['stores']['renameTill']): TillRow {
    const before = this.#queries.till.get(id);
    if (!before) throw refuse('NOT_FOUND', { what: 'till' });
    this.#queries.renameTill.run(name, id);
    const { audit, changes } = this.#needs;
    audit.record(ctx, {
      entity: 'till',
      entityId: id,
      label: before.code,
      before: { name: before.name },
      after: { name },
    });
    changes.publish('stores');
    return { ...before, name };
  }
}

/** How the wizard begins on this machine. */
function suggested(): Omit<
  StoreStatus,
  'state' | 'demo' | 'version' | 'entry' | 'logFailing' | 'damaged' | 'lostNumbers'
> {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    name: '',
    currency: 'EUR',
    locale,
    timeZone,
    pricesIncludeTax: true,
    cashStepMinor: 0,
    taxRatesMilliPercent: [],
    defaultThresholdMilli: null,
    nearExpiryDays: 14,
  };
}
