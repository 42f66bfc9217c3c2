import { COUNTED_TO, type PageOf } from '#main/platform/lists/list-query';
import type { Reader } from '#main/platform/work/connections';
import { lookupCandidates } from '#shared/kernel/barcode';
import { folded, matchExpression } from '#shared/kernel/search-text';
import { type Candidate, type Filter, productFinderQueries } from './product-finder.queries';

/** How well a product matches, best first. */
const FITS = { exactly: 0, startsName: 1, startsWord: 2, inName: 3, elsewhere: 4 } as const;

/** Sorts after every letter. */
const LAST_CHARACTER = '\uffff';

/** A searched text, its expression for the search index, and the products that have it as a code. */
interface Search {
  text: string;
  match: string;
  filter: Filter;
  exact: readonly Candidate[];
}

interface Found {
  ids: number[];
  total: number;
  totalIsExact: boolean;
}

/** Finds products during typing, the best match first. */
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
   */
  find(text: string, filter: Filter, page: PageOf): Found {
    const match = matchExpression(text);
    const exact = this.#queries.exact(filter, text, lookupCandidates(text));
    const search: Search = { text, match, filter, exact };
    return this.#queries.count(filter, match) > COUNTED_TO
      ? this.#findAmongMany(search, page)
      : this.#findAmongFew(search, page);
  }

  #findAmongFew({ text, match, filter, exact }: Search, { offset, limit }: PageOf): Found {
    const found = distinct(exact, this.#queries.matching(filter, match));
    const ids = ranked(found, text, new Set(exact.map(({ id }) => id)));
    return { ids: ids.slice(offset, offset + limit), total: ids.length, totalIsExact: true };
  }

  /** Names that start with the text fill most pages; an index returns them in order, so nothing is compared. */
  #findAmongMany({ text, match, filter, exact }: Search, { offset, limit }: PageOf): Found {
    const end = Math.min(offset + limit, COUNTED_TO);
    const range = { from: text, before: text + LAST_CHARACTER, limit: end };
    const first = distinct(exact, this.#queries.prefixed(filter, range));
    const ids = [...first.keys()];
    if (ids.length < end) {
      const others = distinct(this.#queries.matching(filter, match));
      ids.push(...ranked(others, text, new Set()).filter((id) => !first.has(id)));
    }
    return { ids: ids.slice(offset, end), total: COUNTED_TO, totalIsExact: false };
  }
}

/** The names of candidates by their ids, each once, in the order given. */
function distinct(...lists: (readonly Candidate[])[]): Map<number, string> {
  return new Map(lists.flat().map(({ id, name }) => [id, name]));
}

/** The candidates' ids, the best match first. */
function ranked(candidates: ReadonlyMap<number, string>, text: string, exact: ReadonlySet<number>): number[] {
  const wanted = folded(text);
  const rows = Array.from(candidates, ([id, name]) => {
    const foldedName = folded(name);
    return { id, name: foldedName, fit: exact.has(id) ? FITS.exactly : fitOf(foldedName, wanted) };
  });
  rows.sort((a, b) => a.fit - b.fit || compare(a.name, b.name) || a.id - b.id);
  return rows.map(({ id }) => id);
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
