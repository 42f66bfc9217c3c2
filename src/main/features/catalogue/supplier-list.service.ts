import type { Reader } from '#main/platform/work/connections';

/** Read access to the preferred suppliers of products. */
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

  /** The names of the preferred suppliers of products, sorted. */
  names(): string[] {
    return this.#preferred.all();
  }
}
