import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { LocationThreshold } from '#shared/contract/alerts';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { isWholeEnough } from '#shared/kernel/quantity';
import type { AlertService } from './alert.service';
import { locationThresholdReads, locationThresholdWrites } from './location-threshold.queries';

interface Parts {
  alerts: AlertService;
  audit: StoreLog;
}

/** The thresholds of products at single locations, in addition to the threshold for all locations together. */
export class LocationThresholdService {
  readonly #reads;
  readonly #writes;
  readonly #alerts: AlertService;
  readonly #audit: StoreLog;

  constructor(tx: Tx, { alerts, audit }: Parts) {
    this.#reads = locationThresholdReads(tx);
    this.#writes = locationThresholdWrites(tx);
    this.#alerts = alerts;
    this.#audit = audit;
  }

  /**
   * Sets a product's threshold at a location (null for none), and raises or resolves the resulting alerts.
   * @throws NOT_FOUND, QUANTITY_TOO_FINE for a quantity that the product's unit does not allow
   */
  set(
    ctx: Ctx,
    { productId, locationId, thresholdMilli }: ParsedInputs['alerts']['setLocationThreshold'],
  ): LocationThreshold[] {
    const place = this.#reads.place.get(productId, locationId);
    if (!place || place.productName === null) throw refuse('NOT_FOUND', { what: 'product' });
    if (place.locationName === null) throw refuse('NOT_FOUND', { what: 'location' });
    const { productName, locationName, unit } = place;
    if (!isWholeEnough(thresholdMilli ?? 0, unit)) throw refuse('QUANTITY_TOO_FINE', { productName, unit });
    const before = this.#reads.one.get(productId, locationId) ?? null;
    if (before !== thresholdMilli) {
      if (thresholdMilli === null) this.#writes.remove.run(productId, locationId);
      else this.#writes.set.run(productId, locationId, thresholdMilli, ctx.now, ctx.account.id);
      this.#alerts.check([productId]);
      this.#audit.record(ctx, {
        entity: 'location-threshold',
        entityId: productId,
        label: `${productName}, ${locationName}`,
        before: { thresholdMilli: before },
        after: { thresholdMilli },
      });
    }
    return this.#reads.ofProduct.all(productId);
  }

  /** Checks the products with a threshold at locations that were closed or reopened. */
  checkLocations(locationIds: readonly number[]): void {
    const productIds = locationIds.flatMap((id) => this.#reads.productsOf.all(id));
    this.#alerts.check([...new Set(productIds)]);
  }
}
