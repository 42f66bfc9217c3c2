import type { Reader } from '#main/platform/work/connections';
import type { TillRow } from './till.queries';

/** A till with the location it sells from and its drawer. */
interface ListedTill extends TillRow {
  locationName: string;
  drawerName: string;
}

/** The tills of the store. */
export class TillListService {
  readonly #all;

  constructor(reader: Reader) {
    this.#all = reader.prepare<[], ListedTill>(
      `SELECT t.id, t.code, t.name, l.name AS locationName, d.name AS drawerName
       FROM till t JOIN location l ON l.id = t.location_id JOIN drawer d ON d.id = t.drawer_id ORDER BY t.id`,
    );
  }

  /** All tills, in the order in which they were added. */
  list(): ListedTill[] {
    return this.#all.all();
  }
}
