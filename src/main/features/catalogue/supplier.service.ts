import type { Repository } from 'typeorm';
import type { SupplierEntity } from './supplier.entity';

/** Finds and makes the suppliers that products prefer, inside a unit of work. */
export class SupplierService {
  readonly #suppliers: Repository<SupplierEntity>;

  constructor(suppliers: Repository<SupplierEntity>) {
    this.#suppliers = suppliers;
  }

  /** The supplier of that name, made where there is none; null for a blank name. */
  async idOf(name: string): Promise<number | null> {
    if (name === '') return null;
    const known = await this.#suppliers.findOneBy({ name });
    if (known?.deletedAt === null) return known.id;
    return (await this.#suppliers.save({ ...known, name, deletedAt: null })).id;
  }
}
