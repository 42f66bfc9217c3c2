import type { Repository } from 'typeorm';
import type { Database } from '#main/platform/database/database';
import { SupplierEntity } from './supplier.entity';

/** The suppliers that products prefer, by name. */
export class SupplierService {
  readonly #suppliers: Repository<SupplierEntity>;
  readonly #preferred;

  constructor({ dataSource, reader }: Database) {
    this.#suppliers = dataSource.getRepository(SupplierEntity);
    this.#preferred = reader
      .prepare<[], string>(
        `SELECT name FROM supplier s
         WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM product WHERE supplier_id = s.id) ORDER BY name`,
      )
      .pluck();
  }

  /** The names of suppliers that products prefer, in order. */
  names(): string[] {
    return this.#preferred.all();
  }

  /** The supplier of that name, made where there is none; null for a blank name. In a unit of work. */
  async idOf(name: string): Promise<number | null> {
    if (name === '') return null;
    const known = await this.#suppliers.findOneBy({ name });
    if (known?.deletedAt === null) return known.id;
    return (await this.#suppliers.save({ ...known, name, deletedAt: null })).id;
  }
}
