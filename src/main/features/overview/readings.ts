import type { ReadingTypes } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs } from '#shared/contract/index';
import type { CategoryStock, ExpiringStock } from '#shared/contract/overview';
import { addSums, asShown, noStock, type StockSums } from './stock-sums';
import { type Survey, type SurveyDays, takeSurvey } from './survey';

/** What each reading of the overview is asked for. */
export interface OverviewOrder {
  days: SurveyDays;
  /** Raised with each change of the data; a survey of an earlier version is not used again. */
  version: number;
  /** The moment of the call. */
  now: number;
  /** Whether the person may see values. */
  seesCost: boolean;
}

export interface Page {
  offset: number;
  limit: number;
}

interface KeptSurvey extends Survey {
  takenAt: number;
  key: string;
}

/** The readings of the overview. The survey stays in the thread, since it can be large; only what is shown leaves it. */
export function overviewReadings() {
  let kept: KeptSurvey | undefined;
  const surveyOf = (reader: Reader, { days, version, now }: OverviewOrder): KeptSurvey => {
    const key = [version, days.today, days.nearUntil].join(' ');
    if (kept?.key !== key) kept = { ...takeSurvey(reader, days), takenAt: now, key };
    return kept;
  };
  return {
    'overview.figures'(reader: Reader, order: OverviewOrder): Outputs['overview']['figures'] {
      const { takenAt, all, low, expiring } = surveyOf(reader, order);
      return {
        at: takenAt,
        ...asShown(all, order.seesCost),
        low: low.length,
        nearExpiry: batchesIn(expiring.filter(({ isExpired }) => !isExpired)),
        expired: batchesIn(expiring.filter(({ isExpired }) => isExpired)),
      };
    },

    /** Null for an unknown category. */
    'overview.categories'(
      reader: Reader,
      { categoryId, ...order }: OverviewOrder & { categoryId: number | null },
    ): Outputs['overview']['categories'] | null {
      const survey = surveyOf(reader, order);
      const path = pathTo(survey, categoryId);
      return path && { path, rows: categoriesIn(survey, categoryId, order.seesCost) };
    },

    'overview.locations'(reader: Reader, order: OverviewOrder): Outputs['overview']['locations'] {
      const { locations, byLocation } = surveyOf(reader, order);
      return locations.map(({ id, name }) => ({
        locationId: id,
        name,
        ...asShown(byLocation.get(id) ?? noStock(), order.seesCost),
      }));
    },

    'overview.low'(reader: Reader, order: OverviewOrder & Page): Outputs['overview']['low'] {
      return pageOf(surveyOf(reader, order).low, order);
    },

    'overview.expiring'(reader: Reader, order: OverviewOrder & Page): Outputs['overview']['expiring'] {
      const { rows, ...total } = pageOf(surveyOf(reader, order).expiring, order);
      return { rows: rows.map(valuesFor(order.seesCost)), ...total };
    },
  };
}

export type OverviewReadings = ReadingTypes<ReturnType<typeof overviewReadings>>;

/** Returns a function that hides the value of rows from people who may not see cost. */
export function valuesFor(seesCost: boolean) {
  return <Row extends { valueMinor: number }>(row: Row) => ({
    ...row,
    valueMinor: seesCost ? row.valueMinor : null,
  });
}

function pageOf<Row>(
  rows: readonly Row[],
  { offset, limit }: Page,
): { rows: Row[]; total: number; totalIsExact: boolean } {
  return { rows: rows.slice(offset, offset + limit), total: rows.length, totalIsExact: true };
}

/** The categories below one, or at the top, and the stock directly in it. */
function categoriesIn(survey: Survey, parentId: number | null, seesCost: boolean): CategoryStock[] {
  const rows = (survey.childrenOf.get(parentId) ?? []).map(
    ({ id, name }): CategoryStock => ({
      categoryId: id,
      name,
      hasSubcategories: survey.childrenOf.has(id),
      ...asShown(withBelow(survey, id), seesCost),
    }),
  );
  const direct = survey.byCategory.get(parentId);
  if (direct)
    rows.push({ categoryId: null, name: '', hasSubcategories: false, ...asShown(direct, seesCost) });
  return rows;
}

/** A category's sums, including everything below it. */
function withBelow(survey: Survey, id: number): StockSums {
  const sums = noStock();
  addSums(sums, survey.byCategory.get(id) ?? noStock());
  for (const child of survey.childrenOf.get(id) ?? []) addSums(sums, withBelow(survey, child.id));
  return sums;
}

/** The categories from the root down to one, including it; null if one of them is unknown. */
function pathTo(survey: Survey, id: number | null): { id: number; name: string }[] | null {
  if (id === null) return [];
  const category = survey.categoryOf.get(id);
  const above = category && pathTo(survey, category.parentId);
  return above ? [...above, { id, name: category.name }] : null;
}

/** The number of batches, each counted once, wherever its stock is. */
function batchesIn(stock: readonly ExpiringStock[]): number {
  return new Set(stock.map(({ productId, batchNumber }) => `${productId} ${batchNumber}`)).size;
}
