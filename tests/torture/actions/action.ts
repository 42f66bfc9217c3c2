import type { Role } from '#shared/contract/common';
import type { Person } from '../person';
import type { KnownProduct, Shop } from '../shop';

/** Something that a person does at random: one or more calls, of which any may be refused. */
export interface Action {
  name: string;
  /** How likely it is among the actions of a person who may do it. */
  weight: number;
  roles: readonly Role[];
  act(person: Person, shop: Shop): Promise<unknown>;
}

export const MANAGERS: readonly Role[] = ['admin', 'manager'];
export const CASHIERS: readonly Role[] = ['admin', 'manager', 'cashier'];
export const STOCK_PEOPLE: readonly Role[] = ['admin', 'manager', 'storekeeper'];
export const EVERYONE: readonly Role[] = ['admin', 'manager', 'storekeeper', 'cashier'];
export const ADMINS: readonly Role[] = ['admin'];

/** What one unit of a product is counted in at least: whole pieces, or grams of a kilogram. */
const isCounted = (unit: string): boolean => unit === 'piece' || unit === 'pack';

/** A quantity of a product, in thousandths; now and then one that is too fine for its unit. */
export function someMilli({ random }: Person, product: KnownProduct, mostUnits = 5): number {
  if (random.chance(0.02)) return random.between(1, 999);
  return isCounted(product.unit)
    ? 1000 * random.between(1, mostUnits)
    : 10 * random.between(1, 100 * mostUnits);
}

/** A product to work with; mostly one of the first, so that people meet at the same ones. */
export function someProduct({ random }: Person, { products }: Shop): KnownProduct {
  const few = random.chance(0.8) ? products.slice(0, 15) : products;
  const product = random.maybeOneOf(few);
  if (!product) throw new Error('The shop has no products');
  return product;
}

/** A location to work at; now and then one that is closed. */
export function somePlace({ random }: Person, { locations }: Shop): number {
  const open = locations.filter(({ isOpen }) => isOpen || random.chance(0.05));
  return random.maybeOneOf(open)?.id ?? 1;
}

export function someDay({ random }: Person): string {
  return `20${random.between(26, 32)}-0${random.between(1, 9)}-1${random.between(0, 9)}`;
}
