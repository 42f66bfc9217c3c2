import type { Connection } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';

export interface TillRow {
  id: number;
  code: string;
  name: string;
}

/** Looks up tills. */
export class TillQueries {
  readonly #first;
  readonly #byId;

  constructor(connection: Connection) {
    this.#first = connection.prepare<[], TillRow>('SELECT id, code, name FROM till ORDER BY id LIMIT 1');
    this.#byId = connection.prepare<[number], TillRow>('SELECT id, code, name FROM till WHERE id = ?');
  }

  /** This machine's till. @throws STORE_NOT_READY before the first run. */
  first(): TillRow {
    const till = this.#first.get();
    if (!till) throw refuse('STORE_NOT_READY', {});
    return till;
  }

  byId(id: number): TillRow {
    const till = this.#byId.get(id);
    if (!till) throw refuse('NOT_FOUND', { what: 'till' });
    return till;
  }
}
