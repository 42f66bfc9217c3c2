import type { Repository } from 'typeorm';
import type { TillService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { UnitWatch } from '#main/platform/work/unit-watch';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Location } from '#shared/contract/stock';
import { guessBarcodeKind, lookupCandidates, normalizeBarcode } from '#shared/kernel/barcode';
import type { LocationEntity } from './location.entity';
import { locationQueries } from './location.queries';

type Calls = ParsedInputs['stock'];

interface Parts {
  repository: Repository<LocationEntity>;
  tills: TillService;
  audit: StoreLog;
  changes: ChangeFeed;
  /** Notified of locations that are closed or reopened. */
  openedOrClosed: UnitWatch;
}

/** The departments and storerooms of a store. Each till sells from one of them. */
export class LocationService {
  readonly #repository: Repository<LocationEntity>;
  readonly #queries;
  readonly #tills: TillService;
  readonly #audit: StoreLog;
  readonly #changes: ChangeFeed;
  readonly #openedOrClosed: UnitWatch;

  constructor(tx: Tx, { repository, tills, audit, changes, openedOrClosed }: Parts) {
    this.#repository = repository;
    this.#queries = locationQueries(tx);
    this.#tills = tills;
    this.#audit = audit;
    this.#changes = changes;
    this.#openedOrClosed = openedOrClosed;
  }

  /** @throws LOCATION_NAME_TAKEN, BARCODE_TAKEN by a product, BARCODE_OF_LOCATION by another location. */
  async create(ctx: Ctx, input: Calls['createLocation']): Promise<Location> {
    const id = await this.insert(input, ctx.account.id, ctx.now);
    this.recordMade(ctx, id);
    return this.#viewOf(id);
  }

  /**
   * Creates a location without recording it in the store log: the first location must exist before the till that the
   * log entry names.
   * @returns its id, for {@link recordMade}
   * @throws what {@link create} refuses
   */
  async insert(
    { name, kind, barcode: given }: Calls['createLocation'],
    accountId: number,
    now: number,
  ): Promise<number> {
    this.#nameMustBeFree(name, null);
    const made = await this.#repository.save({
      name,
      kind,
      barcode: this.#freeBarcode(given, null),
      closedAt: null,
      createdAt: now,
      createdById: accountId,
      changedAt: now,
      changedById: accountId,
      version: 1,
    });
    this.#changes.publish('stock');
    return made.id;
  }

  /** Records in the store log that a location was created. */
  recordMade(ctx: Ctx, id: number): void {
    const { name, kind, barcode } = this.#viewOf(id);
    this.#audit.record(ctx, {
      entity: 'location',
      entityId: id,
      label: name,
      after: { name, kind, barcode },
    });
  }

  /**
   * Changes the given fields of a location; a barcode of null removes it.
   * @throws CHANGED_MEANWHILE when the version is outdated, and what `create` refuses.
   */
  async change(ctx: Ctx, { id, version, name, kind, barcode }: Calls['changeLocation']): Promise<Location> {
    const known = await this.#find(id);
    if (known.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: known.name, by: this.#queries.changedBy(id) });
    }
    if (name !== undefined) this.#nameMustBeFree(name, id);
    await this.#keep(ctx, known, {
      name: name ?? known.name,
      kind: kind ?? known.kind,
      barcode: barcode === undefined ? known.barcode : this.#freeBarcode(barcode, id),
    });
    return this.#viewOf(id);
  }

  /**
   * Makes the signed-in till sell from this location instead of its current one. Both locations get a new version.
   * @throws LOCATION_CLOSED
   */
  async setSellingLocation(ctx: Ctx, id: number): Promise<Location> {
    const chosen = await this.#find(id);
    if (chosen.closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName: chosen.name });
    const leftId = this.#tills.sellFrom(ctx, chosen);
    if (leftId !== null) {
      for (const location of [await this.#find(leftId), chosen]) await this.#update(ctx, location, {});
      this.#changes.publish('stock');
    }
    return this.#viewOf(id);
  }

  /**
   * @throws LOCATION_SELLS while a till sells from it, LOCATION_HAS_STOCK while it has stock on hand or reserved,
   * LOCATION_COUNTED during a stocktake.
   */
  async close(ctx: Ctx, id: number): Promise<Location> {
    const known = await this.#find(id);
    this.#assertNotSelling(known);
    this.#assertEmpty(known);
    const count = this.#queries.openCount(id);
    if (count) throw refuse('LOCATION_COUNTED', { locationName: known.name, ...count });
    if (known.closedAt === null) await this.#keep(ctx, known, { closedAt: ctx.now });
    return this.#viewOf(id);
  }

  async reopen(ctx: Ctx, id: number): Promise<Location> {
    const known = await this.#find(id);
    if (known.closedAt !== null) await this.#keep(ctx, known, { closedAt: null });
    return this.#viewOf(id);
  }

  /** @throws LOCATION_SELLS, LOCATION_HAS_STOCK, LOCATION_USED when it has a history, which must be kept. */
  async delete(ctx: Ctx, id: number): Promise<void> {
    const known = await this.#find(id);
    this.#assertNotSelling(known);
    this.#assertEmpty(known);
    if (!this.#viewOf(id).deletable) throw refuse('LOCATION_USED', { locationName: known.name });
    await this.#repository.delete(id);
    const { name, kind, barcode } = known;
    const before = { name, kind, barcode };
    this.#audit.record(ctx, { entity: 'location', entityId: id, label: name, before });
  }

  async #find(id: number): Promise<LocationEntity> {
    const known = await this.#repository.findOneBy({ id });
    if (!known) throw refuse('NOT_FOUND', { what: 'location' });
    return known;
  }

  #viewOf(id: number): Location {
    const view = this.#queries.byId(id);
    if (!view) throw refuse('NOT_FOUND', { what: 'location' });
    return view;
  }

  #nameMustBeFree(name: string, ownId: number | null): void {
    const holder = this.#queries.idOfName(name);
    if (holder !== undefined && holder !== ownId) throw refuse('LOCATION_NAME_TAKEN', { name });
  }

  /** A barcode in its stored form, after checking that no location or product has it. */
  #freeBarcode(given: string | null, ownId: number | null): string | null {
    if (given === null) return null;
    const code = keptForm(given);
    const place = this.#queries.byBarcode(code);
    if (place && place.id !== ownId) {
      throw refuse('BARCODE_OF_LOCATION', { code, locationId: place.id, locationName: place.name });
    }
    for (const candidate of lookupCandidates(code)) {
      const owner = this.#queries.productOfBarcode(candidate);
      if (owner) throw refuse('BARCODE_TAKEN', { code, ...owner });
    }
    return code;
  }

  #assertNotSelling({ id, name }: LocationEntity): void {
    if (this.#viewOf(id).isSellingLocation) throw refuse('LOCATION_SELLS', { locationName: name });
  }

  #assertEmpty({ id, name }: LocationEntity): void {
    const products = this.#queries.productsHeld(id);
    if (products > 0) throw refuse('LOCATION_HAS_STOCK', { locationName: name, products });
  }

  async #keep(ctx: Ctx, known: LocationEntity, change: Partial<LocationEntity>): Promise<void> {
    const { id } = known;
    const before = auditedOf(known);
    await this.#update(ctx, known, change);
    if (change.closedAt !== undefined) this.#openedOrClosed.touch(id);
    const after = auditedOf({ ...known, ...change });
    this.#audit.record(ctx, { entity: 'location', entityId: id, label: known.name, before, after });
  }

  async #update(ctx: Ctx, { id, version }: LocationEntity, change: Partial<LocationEntity>): Promise<void> {
    const stamp = { changedAt: ctx.now, changedById: ctx.account.id, version: version + 1 };
    await this.#repository.update(id, { ...change, ...stamp });
  }
}

/** The stored form of a product barcode, so that every printed form of one number is the same code. */
function keptForm(given: string): string {
  const result = normalizeBarcode(guessBarcodeKind(given), given);
  return result.ok ? result.code : given;
}

function auditedOf({ name, kind, barcode, closedAt }: LocationEntity) {
  return { name, kind, barcode, closed: closedAt !== null };
}
