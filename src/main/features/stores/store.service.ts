import type { AuditService } from '#main/features/audit/index';
import { assertSound, type SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/stores';
import { storeReads, storeWrites, type TillRow } from './store.queries';

interface Parts {
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** Changes the store itself: its settings, its tills. */
export class StoreService {
  readonly #parts: Parts;
  readonly #tx: Tx;
  readonly #reads;
  readonly #writes;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#tx = tx;
    this.#reads = storeReads(tx);
    this.#writes = storeWrites(tx);
  }

  /**
   * Changes some settings, from the next call on.
   * @throws INPUT_INVALID for a zone, locale or currency this machine does not know, a scale layout that does
   * not add up, and another currency once something was sold: its amounts would mean something else.
   */
  changeSettings(ctx: Ctx, change: ParsedInputs['stores']['changeSettings']): Settings {
    const { settings, audit, changes } = this.#parts;
    const before = settings.current;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    assertSound(given);
    if ((change.currency ?? before.currency) !== before.currency && this.#reads.sold.get() !== undefined) {
      throw refuse('INPUT_INVALID', { issues: [{ field: 'currency', message: 'something was sold in it' }] });
    }
    settings.save(this.#tx, given, ctx.now, ctx.account.id);
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

  renameTill(ctx: Ctx, { id, name }: ParsedInputs['stores']['renameTill']): TillRow {
    const before = this.#reads.till.get(id);
    if (!before) throw refuse('NOT_FOUND', { what: 'till' });
    this.#writes.renameTill.run(name, id);
    const { audit, changes } = this.#parts;
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
