import type { Repository } from 'typeorm';
import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
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
  audit: AuditService;
  changes: ChangeFeed;
  /** Is told the locations that are closed or opened again. */
  openedOrClosed: UnitWatch;
}

/** The departments and storerooms of a shop. One of them, always exactly one, is where the till sells from. */
export class LocationService {
  readonly #repository: Repository<LocationEntity>;
  readonly #queries;
  readonly #audit: AuditService;
  readonly #changes: ChangeFeed;
  readonly #openedOrClosed: UnitWatch;

  constructor(tx: Tx, { repository, audit, changes, openedOrClosed }: Parts) {
    this.#repository = repository;
    this.#queries = locationQueries(tx);
    this.#audit = audit;
    this.#changes = changes;
    this.#openedOrClosed = openedOrClosed;
  }

  /** @throws LOCATION_NAME_TAKEN, BARCODE_TAKEN by a product, BARCODE_OF_LOCATION by another location. */
  async create(ctx: Ctx, { name, kind, barcode: given }: Calls['createLocation']): Promise<Location> {
    this.#nameMustBeFree(name, null);
    const barcode = this.#freeBarcode(given, null);
    const made = await this.#repository.save({
      name,
      kind,
      barcode,
      isSellingPlace: 0,
      closedAt: null,
      createdAt: ctx.now,
      createdById: ctx.account.id,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: 1,
    });
    const after = { name, kind, barcode };
    this.#audit.record(ctx, { entity: 'location', entityId: made.id, label: name, after });
    this.#changes.publish('stock');
    return this.#viewOf(made.id);
  }

  /**
   * Changes what is given of a location; a barcode of null is taken off it.
   * @throws CHANGED_MEANWHILE when it is no longer at the version somebody saw, and what `create` refuses.
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

  /** Lets the till sell from there, in place of where it did. @throws LOCATION_CLOSED */
  async setSellingPlace(ctx: Ctx, id: number): Promise<Location> {
    const chosen = await this.#find(id);
    if (chosen.closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName: chosen.name });
    if (chosen.isSellingPlace === 0) {
      // The old one first: there is never room for two.
      for (const old of await this.#repository.findBy({ isSellingPlace: 1 })) {
        await this.#keep(ctx, old, { isSellingPlace: 0 });
      }
      await this.#keep(ctx, chosen, { isSellingPlace: 1 });
    }
    return this.#viewOf(id);
  }

  /** @throws LOCATION_SELLS for the selling place, LOCATION_HAS_STOCK while anything is there or promised, LOCATION_COUNTED while it is counted. */
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

  /** @throws LOCATION_SELLS, LOCATION_HAS_STOCK, LOCATION_USED when it has a history, which has to stay. */
  async delete(ctx: Ctx, id: number): Promise<void> {
    const known = await this.#find(id);
    this.#assertNotSelling(known);
    this.#assertEmpty(known);
    if (!this.#viewOf(id).deletable) throw refuse('LOCATION_USED', { locationName: known.name });
    await this.#repository.delete(id);
    const { name, kind, barcode } = known;
    const before = { name, kind, barcode };
    this.#audit.record(ctx, { entity: 'location', entityId: id, label: name, before });
    this.#changes.publish('stock');
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

  /** A barcode in the form in which it is kept and found, once it is known to be nobody else's. */
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

  #assertNotSelling({ isSellingPlace, name }: LocationEntity): void {
    if (isSellingPlace === 1) throw refuse('LOCATION_SELLS', { locationName: name });
  }

  #assertEmpty({ id, name }: LocationEntity): void {
    const products = this.#queries.productsHeld(id);
    if (products > 0) throw refuse('LOCATION_HAS_STOCK', { locationName: name, products });
  }

  async #keep(ctx: Ctx, known: LocationEntity, change: Partial<LocationEntity>): Promise<void> {
    const { id, version } = known;
    const before = auditedOf(known);
    const stamp = { changedAt: ctx.now, changedById: ctx.account.id, version: version + 1 };
    await this.#repository.update(id, { ...change, ...stamp });
    if (change.closedAt !== undefined) this.#openedOrClosed.touch(id);
    const after = auditedOf({ ...known, ...change });
    this.#audit.record(ctx, { entity: 'location', entityId: id, label: known.name, before, after });
    this.#changes.publish('stock');
  }
}

/** A number that goods may bear as their barcodes are kept, so that however it is printed it is one code. */
function keptForm(given: string): string {
  const result = normalizeBarcode(guessBarcodeKind(given), given);
  return result.ok ? result.code : given;
}

function auditedOf({ name, kind, barcode, isSellingPlace, closedAt }: LocationEntity) {
  return { name, kind, barcode, isSellingPlace: isSellingPlace === 1, closed: closedAt !== null };
}
