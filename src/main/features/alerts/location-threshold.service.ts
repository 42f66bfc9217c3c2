import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { LocationThreshold } from '#shared/contract/alerts';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { isWholeEnough } from '#shared/kernel/quantity';
import type { AlertService } from './alert.service';
import { locationThresholdQueries } from './location-threshold.queries';

interface Needs {
  database: Database;
  alerts: AlertService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** From which quantity on a product runs low at one location, beside its threshold for all together. */
export class LocationThresholdService {
  readonly #lists;
  readonly #queries;
  readonly #alerts: AlertService;
  readonly #audit: AuditService;
  readonly #changes: ChangeFeed;

  constructor({ database, alerts, audit, changes }: Needs) {
    this.#lists = locationThresholdQueries(database.reader);
    this.#queries = locationThresholdQueries(database.handle);
    this.#alerts = alerts;
    this.#audit = audit;
    this.#changes = changes;
  }

  /** A product's thresholds of single locations, the selling place first. */
  ofProduct(productId: number): LocationThreshold[] {
    return this.#lists.ofProduct.all(productId);
  }

  /**
   * Sets a product's threshold at a location, null for none, and raises or resolves what follows from it.
   * @throws NOT_FOUND, QUANTITY_TOO_FINE for what the product's unit does not allow
   */
  set(
    ctx: Ctx,
    { productId, locationId, thresholdMilli }: ParsedInputs['alerts']['setLocationThreshold'],
  ): LocationThreshold[] {
    const place = this.#queries.place.get(productId, locationId);
    if (!place || place.productName === null) throw refuse('NOT_FOUND', { what: 'product' });
    if (place.locationName === null) throw refuse('NOT_FOUND', { what: 'location' });
    const { productName, locationName, unit } = place;
    if (!isWholeEnough(thresholdMilli ?? 0, unit)) throw refuse('QUANTITY_TOO_FINE', { productName, unit });
    const before = this.#queries.one.get(productId, locationId) ?? null;
    if (before !== thresholdMilli) {
      if (thresholdMilli === null) this.#queries.remove.run(productId, locationId);
      else this.#queries.set.run(productId, locationId, thresholdMilli, ctx.now, ctx.account.id);
      this.#alerts.check([productId]);
      this.#audit.record(ctx, {
        entity: 'location-threshold',
        entityId: productId,
        label: `${productName}, ${locationName}`,
        before: { thresholdMilli: before },
        after: { thresholdMilli },
      });
      this.#changes.publish('alerts');
    }
    return this.#queries.ofProduct.all(productId);
  }

  /** Checks what is watched at these locations, which were closed or opened again in the running unit of work. */
  checkLocations(locationIds: readonly number[]): void {
    const productIds = locationIds.flatMap((id) => this.#queries.productsOf.all(id));
    this.#alerts.check([...new Set(productIds)]);
  }
}
