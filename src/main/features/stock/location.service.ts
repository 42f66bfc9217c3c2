import type { Repository } from 'typeorm';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Location } from '#shared/contract/stock';
import type { ChangeFeed } from '../../change-feed';
import type { Ctx } from '../../ctx';
import type { Database } from '../../database/database';
import type { AuditService } from '../audit/audit.service';
import { LocationEntity } from './location.entity';
import { locationQueries } from './location.queries';

type Calls = ParsedInputs['stock'];

/** The departments and storerooms of a shop. One of them, always exactly one, is where the till sells from. */
export class LocationService {
  readonly #repository: Repository<LocationEntity>;
  readonly #lists;
  readonly #queries;
  readonly #audit: AuditService;
  readonly #changes: ChangeFeed;

  constructor(database: Database, audit: AuditService, changes: ChangeFeed) {
    this.#repository = database.dataSource.getRepository(LocationEntity);
    this.#lists = locationQueries(database.reader);
    this.#queries = locationQueries(database.handle);
    this.#audit = audit;
    this.#changes = changes;
  }

  /** All locations, the selling place first, then by name. */
  list(): Location[] {
    return this.#lists.list();
  }

  /** @throws LOCATION_NAME_TAKEN */
  async create(ctx: Ctx, { name, kind }: Calls['createLocation']): Promise<Location> {
    this.#nameMustBeFree(name, null);
    const made = await this.#repository.save({
      name,
      kind,
      isSellingPlace: 0,
      closedAt: null,
      createdAt: ctx.now,
      createdById: ctx.account.id,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: 1,
    });
    this.#audit.record(ctx, { entity: 'location', entityId: made.id, label: name, after: { name, kind } });
    this.#changes.publish('stock');
    return this.#viewOf(made.id);
  }

  /** @throws LOCATION_NAME_TAKEN, CHANGED_MEANWHILE when it is no longer at the version somebody saw. */
  async change(ctx: Ctx, { id, version, name, kind }: Calls['changeLocation']): Promise<Location> {
    const known = await this.#find(id);
    if (known.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: known.name, by: this.#queries.changedBy(id) });
    }
    if (name !== undefined) this.#nameMustBeFree(name, id);
    await this.#keep(ctx, known, { name: name ?? known.name, kind: kind ?? known.kind });
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

  /** @throws LOCATION_SELLS for the selling place, LOCATION_HAS_STOCK while anything is there or promised. */
  async close(ctx: Ctx, id: number): Promise<Location> {
    const known = await this.#find(id);
    this.#mustNotSell(known);
    this.#mustBeEmpty(known);
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
    this.#mustNotSell(known);
    this.#mustBeEmpty(known);
    if (!this.#viewOf(id).deletable) throw refuse('LOCATION_USED', { locationName: known.name });
    await this.#repository.delete(id);
    const { name, kind } = known;
    this.#audit.record(ctx, { entity: 'location', entityId: id, label: name, before: { name, kind } });
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

  #mustNotSell({ isSellingPlace, name }: LocationEntity): void {
    if (isSellingPlace === 1) throw refuse('LOCATION_SELLS', { locationName: name });
  }

  #mustBeEmpty({ id, name }: LocationEntity): void {
    const products = this.#queries.productsHeld(id);
    if (products > 0) throw refuse('LOCATION_HAS_STOCK', { locationName: name, products });
  }

  async #keep(ctx: Ctx, known: LocationEntity, change: Partial<LocationEntity>): Promise<void> {
    const { id, version } = known;
    const before = auditedOf(known);
    const stamp = { changedAt: ctx.now, changedById: ctx.account.id, version: version + 1 };
    await this.#repository.update(id, { ...change, ...stamp });
    const after = auditedOf({ ...known, ...change });
    this.#audit.record(ctx, { entity: 'location', entityId: id, label: known.name, before, after });
    this.#changes.publish('stock');
  }
}

function auditedOf({ name, kind, isSellingPlace, closedAt }: LocationEntity) {
  return { name, kind, isSellingPlace: isSellingPlace === 1, closed: closedAt !== null };
}
