import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/settings';
import { SalesMade } from './sales-made';
import type { SettingsService } from './settings.service';
import { assertSound } from './settings-rules';

interface Parts {
  settings: SettingsService;
  audit: StoreLog;
}

/** Changes settings, records the change and notifies the windows. */
export class SettingsChangeService {
  readonly #parts: Parts;
  readonly #tx: Tx;
  readonly #sales: SalesMade;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#tx = tx;
    this.#sales = new SalesMade(tx);
  }

  /**
   * Changes some settings; takes effect with the next call.
   * @throws INPUT_INVALID for a zone, locale or currency that this machine does not support and an inconsistent scale
   * layout; CURRENCY_IN_USE for another currency once something was sold: its amounts would change their meaning.
   */
  change(ctx: Ctx, change: { [Field in keyof Settings]?: Settings[Field] | undefined }) {
    const { settings, audit } = this.#parts;
    const before = settings.current;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    assertSound(given);
    const currencyLocked = this.#sales.any();
    if (currencyLocked && (change.currency ?? before.currency) !== before.currency) {
      throw refuse('CURRENCY_IN_USE', { currency: before.currency });
    }
    settings.save(this.#tx, given, ctx.now, ctx.account.id);
    audit.record(ctx, {
      entity: 'settings',
      entityId: null,
      label: before.name,
      before,
      after: settings.current,
    });
    return { ...settings.current, currencyLocked };
  }
}
