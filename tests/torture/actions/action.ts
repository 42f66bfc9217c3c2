import type { Role } from '#shared/contract/common';
import type { Person } from '../person';
import type { KnownProduct, Shop } from '../shop';

/** A random action of a person: one or more calls, of which any can be refused. */
export interface Action {
  name: string;
  /** How likely it is among the actions of a person who can do it. */
  weight: number;
  roles: readonly Role[];
  act(person: Person, shop: Shop): Promise<unknown>;
}

export const MANAGERS: readonly Role[] = ['admin', 'manager'];
export const CASHIERS: readonly Role[] = ['admin', 'manager', 'cashier'];
export const STOCK_PEOPLE: readonly Role[] = ['admin', 'manager', 'storekeeper'];
export const EVERYONE: readonly Role[] = ['admin', 'manager', 'storekeeper', 'cashier'];
export const ADMINS: readonly Role[] = ['admin'];

/** Whether a product is counted in whole units, and not measured. */
const isCounted = (unit: string): boolean => unit === 'piece' || unit === 'pack';

/** A quantity of a product in thousandths; occasionally one that is too fine for its unit. */
export function someMilli({ random }: Person, product: KnownProduct, mostUnits = 5): number {
  if (random.chance(0.02)) return random.between(1, 999);
  return isCounted(product.unit)
    ? 1000 * random.between(1, mostUnits)
    : 10 * random.between(1, 100 * mostUnits);
}

/** A product to work with, mostly one of the first, so that people use the same ones. */
export function someProduct({ random }: Person, { products }: Shop): KnownProduct {
  const few = random.chance(0.8) ? products.slice(0, 15) : products;
  const product = random.maybeOneOf(few);
  if (!product) throw new Error('The shop has no products');
  return product;
}

/** A location to work at; occasionally a closed one. */
export function someLocation({ random }: Person, { locations }: Shop): number {
  const open = locations.filter(({ isOpen }) => isOpen || random.chance(0.05));
  return random.maybeOneOf(open)?.id ?? 1;
}

export function someDay({ random }: Person): string {
  return `20${random.between(26, 32)}-0${random.between(1, 9)}-1${random.between(0, 9)}`;
}
