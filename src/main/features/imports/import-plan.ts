import { KnownProducts } from '#main/features/catalogue/index';
import { KnownSuppliers } from '#main/features/parties/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { Connection } from '#main/platform/work/connections';
import type { ImportChoices, ImportField } from '#shared/contract/imports';
import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/settings';
import { importReads } from './import.queries';
import { CategoryPlan, SupplierPlan } from './name-plan';
import { RowCheck } from './row-check';
import { RowReader } from './row-reader';

/** A column that is ignored, with the permission it would need. */
interface IgnoredColumn {
  field: ImportField;
  needs: 'editPrices' | 'seeCost' | 'moveStock';
}

/** Provides ids for new categories and suppliers. */
interface Makers {
  category: (category: { parentId: number | null; name: string }) => number;
  supplier: (name: string, knownId: number | null) => number;
}

/** The data that a file is compared with. */
interface Against {
  settings: Settings;
  connection: Connection;
  makers: Makers;
}

/** Ids for a preview; nothing in the store has them. */
export function makersForLooking(): Makers {
  let lastId = 0;
  const next = (): number => {
    lastId -= 1;
    return lastId;
  };
  return { category: next, supplier: (_name, knownId) => knownId ?? next() };
}

/** The columns of a file that this person may not import. */
export function ignoredColumns(ctx: Ctx, { fields }: ImportChoices): IgnoredColumn[] {
  return fields.flatMap((field) => {
    const needs = field === null ? null : neededFor(ctx, field);
    return field === null || needs === null ? [] : [{ field, needs }];
  });
}

function neededFor(ctx: Ctx, field: ImportField): IgnoredColumn['needs'] | null {
  if ((field === 'price' || field === 'discount' || field === 'cost') && !may(ctx, 'editPrices')) {
    return 'editPrices';
  }
  if (field === 'cost' && !may(ctx, 'seeCost')) return 'seeCost';
  return field === 'stock' && !may(ctx, 'moveStock') ? 'moveStock' : null;
}

/** A reader for a file's rows that skips the columns this person may not import. */
export function rowReaderFor(ctx: Ctx, choices: ImportChoices, { currency }: Settings): RowReader {
  const ignored = ignoredColumns(ctx, choices).map(({ field }) => field);
  return new RowReader(choices, currency, ignored);
}

/**
 * Decides the outcome of a file's rows, compared with the store as a connection currently sees it.
 * @throws NAME_COLUMN_MISSING, NOT_FOUND or LOCATION_CLOSED for invalid choices
 */
export function planOf(ctx: Ctx, choices: ImportChoices, { settings, connection, makers }: Against) {
  const queries = importReads(connection);
  const known = new KnownProducts(connection);
  const ignored = ignoredColumns(ctx, choices).map(({ field }) => field);
  const taken = choices.fields.filter((field) => field !== null && !ignored.includes(field));
  if (!taken.includes('name')) throw refuse('NAME_COLUMN_MISSING', {});
  const { categoryId, locationId } = choices;
  if (categoryId !== null && !queries.categoryExists.get(categoryId)) {
    throw refuse('NOT_FOUND', { what: 'category' });
  }
  const location = locationId === null ? undefined : queries.location.get(locationId);
  if (taken.includes('stock')) {
    if (!location) throw refuse('NOT_FOUND', { what: 'location' });
    if (location.closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName: location.name });
  }
  const hasStock = (productId: number): boolean =>
    locationId !== null && queries.hasStock.get(productId, locationId) !== undefined;
  return {
    check: new RowCheck({
      ctx,
      choices,
      settings,
      known,
      categories: new CategoryPlan(known.categories(), makers.category),
      suppliers: new SupplierPlan(new KnownSuppliers(connection).all(), makers.supplier),
      hasStock,
      locationName: location?.name ?? '',
    }),
    hasStock,
  };
}
