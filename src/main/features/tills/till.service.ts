import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import { TillQueries, type TillRow } from './till.queries';

interface NewTill {
  code: string;
  name: string;
  drawerName: string;
  /** The location it sells from, which must be open. */
  locationId: number;
}

/** Creates and renames tills, and changes the locations they sell from. */
export class TillService {
  readonly #audit: StoreLog;
  readonly #tills: TillQueries;
  readonly #sql;

  constructor(tx: Tx, audit: StoreLog) {
    this.#audit = audit;
    this.#tills = new TillQueries(tx);
    this.#sql = tillWrites(tx);
  }

  /** Creates a till with its own drawer. @returns the id of the till */
  make({ drawerName, ...till }: NewTill, now: number): number {
    const drawerId = Number(this.#sql.addDrawer.run(drawerName, now).lastInsertRowid);
    return Number(this.#sql.addTill.run({ ...till, drawerId, now }).lastInsertRowid);
  }

  /** @throws NOT_FOUND */
  rename(ctx: Ctx, { id, name }: { id: number; name: string }): TillRow {
    const before = this.#tills.byId(id);
    this.#sql.rename.run(name, id);
    this.#audit.record(ctx, {
      entity: 'till',
      entityId: id,
      label: before.code,
      before: { name: before.name },
      after: { name },
    });
    return { ...before, name };
  }

  /**
   * Makes the signed-in till sell from a location.
   * @returns the id of the location it sold from before; null if it is the same
   * @throws NOT_FOUND
   */
  sellFrom(ctx: Ctx, location: { id: number; name: string }): number | null {
    const known = this.#sql.sellsFrom.get(ctx.tillId);
    if (!known) throw refuse('NOT_FOUND', { what: 'till' });
    if (known.locationId === location.id) return null;
    this.#sql.sellFrom.run(location.id, ctx.tillId);
    this.#audit.record(ctx, {
      entity: 'till',
      entityId: ctx.tillId,
      label: known.code,
      before: { locationName: known.locationName },
      after: { locationName: location.name },
    });
    return known.locationId;
  }
}

function tillWrites(tx: Tx) {
  return {
    addDrawer: tx.prepare<[string, number]>('INSERT INTO drawer (name, created_at) VALUES (?, ?)'),
    addTill: tx.prepare<[Omit<NewTill, 'drawerName'> & { drawerId: number; now: number }]>(
      `INSERT INTO till (code, name, location_id, drawer_id, created_at)
       VALUES (@code, @name, @locationId, @drawerId, @now)`,
    ),
    sellsFrom: tx.prepare<[number], { code: string; locationId: number; locationName: string }>(
      `SELECT t.code, t.location_id AS locationId, l.name AS locationName
       FROM till t JOIN location l ON l.id = t.location_id WHERE t.id = ?`,
    ),
    rename: tx.prepare<[string, number]>('UPDATE till SET name = ? WHERE id = ?'),
    sellFrom: tx.prepare<[number, number]>('UPDATE till SET location_id = ? WHERE id = ?'),
  };
}
