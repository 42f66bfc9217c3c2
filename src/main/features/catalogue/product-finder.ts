import type { Reader } from '#main/platform/work/connections';
import { lookupCandidates } from '#shared/kernel/barcode';
import { folded, matchExpression } from '#shared/kernel/search-text';
import { type Candidate, COUNTED_TO, productFinderQueries } from './product-finder.queries';

/** How well a product matches, best first. */
const FITS = { exactly: 0, startsName: 1, startsWord: 2, inName: 3, elsewhere: 4 } as const;

/** Sorts after every letter. */
const LAST_CHARACTER = '\uffff';

interface Page {
  offset: number;
  limit: number;
}

/** The candidates for a search text. */
interface Found {
  /** The products that have it as their SKU, barcode or batch number. */
  exact: readonly Candidate[];
  matching: readonly Candidate[];
  /** The names from the text up to this one; needed only if more products match than are compared. */
  prefixed: (before: string) => readonly Candidate[];
}

/** Finds active products during typing, the best match first. */
export class ProductFinder {
  readonly #queries;

  constructor(reader: Reader) {
    this.#queries = productFinderQueries(reader);
  }

  /**
   * The ids of a page of matches, with the total. Products with the text as their SKU, barcode or batch number come
   * first, then names that start with it, names with a word that starts with it, names that contain it, then the rest;
   * equal matches are sorted by name. If more than 1,000 match, only that many are compared; typing more narrows
   * the search.
   *
   * @param categoryId searches in this category and all below it; null for all categories
   */
  find(text: string, categoryId: number | null, page: Page) {
    return bestFirst(text, page, {
      exact: this.#exact(text, categoryId),
      matching: this.#matching(text, categoryId),
      prefixed: (before) => this.#queries.prefixed.all({ from: text, before, categoryId }),
    });
  }

  #matching(text: string, categoryId: number | null): Candidate[] {
    const match = matchExpression(text);
    return categoryId === null
      ? this.#queries.matching.all({ match })
      : this.#queries.matchingWithin.all({ match, categoryId });
  }

  #exact(text: string, categoryId: number | null): Candidate[] {
    return this.#queries.exact.all({ text, codes: JSON.stringify(lookupCandidates(text)), categoryId });
  }
}

/** A page of matches, the best first, in the order of {@link ProductFinder.find}. */
export function bestFirst(text: string, { offset, limit }: Page, { exact, matching, prefixed }: Found) {
  const many = matching.length > COUNTED_TO;
  const startingWith = many ? prefixed(text + LAST_CHARACTER) : [];
  const candidates = new Map([...exact, ...startingWith, ...matching].map(({ id, name }) => [id, name]));
  const ranked = rank(candidates, text, new Set(exact.map(({ id }) => id)));
  return {
    ids: ranked.slice(offset, offset + limit),
    total: Math.min(candidates.size, COUNTED_TO),
    totalIsExact: !many,
  };
}

/** The candidates' ids, the best match first. */
function rank(candidates: ReadonlyMap<number, string>, text: string, exact: ReadonlySet<number>): number[] {
  const wanted = folded(text);
  const ranked = Array.from(candidates, ([id, name]) => {
    const foldedName = folded(name);
    return { id, name: foldedName, fit: exact.has(id) ? FITS.exactly : fitOf(foldedName, wanted) };
  });
  ranked.sort((a, b) => a.fit - b.fit || compare(a.name, b.name) || a.id - b.id);
  return ranked.map(({ id }) => id);
}

function fitOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return FITS.startsName;
  if (name.includes(` ${wanted}`)) return FITS.startsWord;
  return name.includes(wanted) ? FITS.inName : FITS.elsewhere;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
