import type { Reader } from '#main/platform/work/connections';

/** The suppliers that products prefer, for reading. */
export class SupplierListService {
  readonly #preferred;

  constructor(reader: Reader) {
    this.#preferred = reader
      .prepare<[], string>(
        `SELECT name FROM party s
         WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM product WHERE supplier_id = s.id) ORDER BY name`,
      )
      .pluck();
  }

  /** The names of suppliers that products prefer, in order. */
  names(): string[] {
    return this.#preferred.all();
  }
}
