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

/** A column that is not taken, with what would be needed for it. */
interface IgnoredColumn {
  field: ImportField;
  needs: 'editPrices' | 'seeCost' | 'moveStock';
}

/** How categories and suppliers that are not there yet get their ids. */
interface Makers {
  category: (category: { parentId: number | null; name: string }) => number;
  supplier: (name: string, knownId: number | null) => number;
}

/** What a file is compared with. */
interface Against {
  settings: Settings;
  connection: Connection;
  makers: Makers;
}

/** Ids for what is only looked at: none that anything in the store has. */
export function makersForLooking(): Makers {
  let lastId = 0;
  const next = (): number => {
    lastId -= 1;
    return lastId;
  };
  return { category: next, supplier: (_name, knownId) => knownId ?? next() };
}

/** The columns of a file that this person may not have taken in. */
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

/** What reads a file's rows, without the columns that this person may not have taken in. */
export function rowReaderFor(ctx: Ctx, choices: ImportChoices, { currency }: Settings): RowReader {
  const ignored = ignoredColumns(ctx, choices).map(({ field }) => field);
  return new RowReader(choices, currency, ignored);
}

/**
 * What decides on a file's rows, against the store as a connection sees it at this moment.
 * @throws NAME_COLUMN_MISSING, NOT_FOUND or LOCATION_CLOSED for choices that cannot be
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
