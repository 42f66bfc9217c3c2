import { valuesOfEntries } from '#main/features/stock/readings';
import type { Reader } from '#main/platform/work/connections';
import type { ExpiringStock, LowStock } from '#shared/contract/overview';
import { addProduct, noStock, type StockSums } from './stock-sums';
import {
  type SurveyedCategory,
  type SurveyedEntry,
  type SurveyedLocation,
  surveyQueries,
} from './survey.queries';

/** How many products' entries are read at once. */
const CHUNK = 1000;

/** The days that matter: today in the store, and the last one that counts as near expiry; as YYYY-MM-DD. */
export interface SurveyDays {
  today: string;
  nearUntil: string;
}

/** Includes the value; callers hide it from people who may not see it. */
type ValuedExpiring = ExpiringStock & { valueMinor: number };

/** The totals of all stock at one moment. */
export interface Survey {
  all: StockSums;
  /** The stock directly in each category; the null key is for products without one. */
  byCategory: ReadonlyMap<number | null, StockSums>;
  byLocation: ReadonlyMap<number, StockSums>;
  /** The subcategories of each category, by name; the null key is for the top level. */
  childrenOf: ReadonlyMap<number | null, readonly SurveyedCategory[]>;
  categoryOf: ReadonlyMap<number, SurveyedCategory>;
  locations: readonly SurveyedLocation[];
  /** By name. */
  low: readonly LowStock[];
  /** Earliest expiry first. */
  expiring: readonly ValuedExpiring[];
}

/** Reads all stock once: 100,000 entries take some tenths of a second. */
export function takeSurvey(reader: Reader, days: SurveyDays): Survey {
  const queries = surveyQueries(reader);
  const surveyor = new Surveyor(days, queries.locations.all(), queries.thresholds.all());
  let last = { name: '', id: 0 };
  for (;;) {
    const products = queries.productsAfter.all(last.name, last.id, CHUNK);
    const ids = JSON.stringify(products.map(({ id }) => id));
    const byProduct = Map.groupBy(queries.entries.all(ids), ({ productId }) => productId);
    for (const entries of byProduct.values()) surveyor.add(entries);
    const end = products.at(-1);
    if (!end) break;
    last = end;
  }
  return surveyor.survey(queries.categories.all());
}

class Surveyor {
  readonly #days: SurveyDays;
  readonly #locations: readonly SurveyedLocation[];
  readonly #locationNames: ReadonlyMap<number, string>;
  readonly #thresholdsOf: ReadonlyMap<number, readonly { locationId: number; thresholdMilli: number }[]>;
  readonly #all = noStock();
  readonly #byCategory = new Map<number | null, StockSums>();
  readonly #byLocation: Map<number, StockSums>;
  readonly #low: LowStock[] = [];
  readonly #expiring: ValuedExpiring[] = [];

  constructor(
    days: SurveyDays,
    locations: readonly SurveyedLocation[],
    thresholds: readonly { productId: number; locationId: number; thresholdMilli: number }[],
  ) {
    this.#days = days;
    this.#locations = locations;
    this.#locationNames = new Map(locations.map(({ id, name }) => [id, name]));
    this.#byLocation = new Map(locations.map(({ id }) => [id, noStock()]));
    this.#thresholdsOf = Map.groupBy(thresholds, ({ productId }) => productId);
  }

  /** Adds all entries of a product. */
  add(entries: readonly SurveyedEntry[]): void {
    const [first] = entries;
    if (!first) return;
    const values = valuesOfEntries(entries);
    const product = {
      unit: first.unit,
      onHandMilli: sumOf(entries, ({ onHandMilli }) => onHandMilli),
      valueMinor: sumOf(values, (value) => value),
    };
    addProduct(this.#all, product);
    addProduct(sumsIn(this.#byCategory, first.categoryId), product);
    this.#addPlaces(entries, values);
    if (first.isArchived === 1) return;
    this.#addLow(first, entries);
    this.#addExpiring(entries, values);
  }

  survey(categories: readonly SurveyedCategory[]): Survey {
    return {
      all: this.#all,
      byCategory: this.#byCategory,
      byLocation: this.#byLocation,
      childrenOf: Map.groupBy(categories, ({ parentId }) => parentId),
      categoryOf: new Map(categories.map((category) => [category.id, category])),
      locations: this.#locations,
      low: this.#low,
      expiring: this.#expiring.sort(byExpiry),
    };
  }

  /** A product counts once at a location, however many of its batches are there. */
  #addPlaces(entries: readonly SurveyedEntry[], values: readonly number[]): void {
    const places = new Map<number, { onHandMilli: number; valueMinor: number }>();
    for (const [index, { locationId, onHandMilli }] of entries.entries()) {
      const place = places.get(locationId) ?? { onHandMilli: 0, valueMinor: 0 };
      place.onHandMilli += onHandMilli;
      place.valueMinor += values[index] ?? 0;
      places.set(locationId, place);
    }
    for (const [locationId, place] of places) {
      addProduct(sumsIn(this.#byLocation, locationId), { unit: entries[0]?.unit ?? 'piece', ...place });
    }
  }

  /** The same rule as for alerts: a product never stocked at a location cannot have run out there. */
  #addLow(product: SurveyedEntry, entries: readonly SurveyedEntry[]): void {
    const { thresholdMilli, reorderMilli } = product;
    const report = (locationName: string, availableMilli: number, atMostMilli: number) => {
      if (availableMilli > atMostMilli) return;
      this.#low.push({
        ...factsOf(product),
        locationName,
        availableMilli,
        thresholdMilli: atMostMilli,
        reorderMilli,
      });
    };
    if (thresholdMilli !== null) report('', sumOf(entries, availableOf), thresholdMilli);
    for (const threshold of this.#thresholdsOf.get(product.productId) ?? []) {
      const there = entries.filter(({ locationId }) => locationId === threshold.locationId);
      const name = this.#locationNames.get(threshold.locationId) ?? '';
      if (there.length > 0) report(name, sumOf(there, availableOf), threshold.thresholdMilli);
    }
  }

  #addExpiring(entries: readonly SurveyedEntry[], values: readonly number[]): void {
    const { today, nearUntil } = this.#days;
    for (const [index, entry] of entries.entries()) {
      const { expiresOn, onHandMilli } = entry;
      if (expiresOn === null || expiresOn > nearUntil || onHandMilli <= 0) continue;
      this.#expiring.push({
        ...factsOf(entry),
        locationName: this.#locationNames.get(entry.locationId) ?? '',
        batchNumber: entry.batchNumber ?? '',
        expiresOn,
        isExpired: expiresOn < today,
        onHandMilli,
        valueMinor: values[index] ?? 0,
      });
    }
  }
}

function byExpiry(one: ValuedExpiring, other: ValuedExpiring): number {
  return one.expiresOn < other.expiresOn ? -1 : Number(one.expiresOn > other.expiresOn);
}

const availableOf = ({ onHandMilli, reservedMilli }: SurveyedEntry): number => onHandMilli - reservedMilli;

function factsOf({ productId, productName, sku, unit }: SurveyedEntry) {
  return { productId, productName, sku, unit };
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function sumsIn<Key>(sums: Map<Key, StockSums>, key: Key): StockSums {
  const found = sums.get(key) ?? noStock();
  sums.set(key, found);
  return found;
}
