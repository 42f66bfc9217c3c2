import type { SettingsService } from '#main/features/settings/index';
import type { LostNumberService } from '#main/features/tills/index';
import type { Damage } from '#main/platform/database/damage';
import type { LogState } from '#main/platform/logging/log-file';
import { VERSION } from '#main/platform/version';
import type { Reader } from '#main/platform/work/connections';
import type { StoreStatus } from '#shared/contract/stores';

interface Parts {
  damage: Damage;
  logState: LogState;
  settings: SettingsService;
  lostNumbers: LostNumberService;
}

/** The state of the store, for windows. */
export class StoreInfoService {
  readonly #parts: Parts;
  readonly #reader: Reader;

  constructor(reader: Reader, parts: Parts) {
    this.#parts = parts;
    this.#reader = reader;
  }

  /** What a window needs to know, signed in or not; before the first run with suggestions for this machine. */
  status(entry: StoreStatus['entry']): StoreStatus {
    const { settings, logState, damage, lostNumbers } = this.#parts;
    const always = {
      version: VERSION,
      entry,
      demo: settings.isDemo,
      logFailing: logState.failing,
      damaged: damage.found,
      lostNumbers: lostNumbers.list(this.#reader),
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
}

/** The initial values of the setup wizard on this machine. */
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
