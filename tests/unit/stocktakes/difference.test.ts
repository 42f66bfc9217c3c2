import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '#main/features/stocktakes/difference';

/** An event at a shelf: a piece is sold, a piece is received, or an uncounted piece is counted. */
type Happening = 'sale' | 'receipt' | 'count';

const happenings = (...kinds: Happening[]) => fc.array(fc.constantFrom(...kinds), { maxLength: 40 });
/** Which piece a customer takes, or a person counts next. */
const picks = fc.infiniteStream(fc.nat(1000));
const onShelf = fc.integer({ min: 1, max: 30 });
/** The error of the ledger in pieces; a negative number means that the shelf has fewer. */
const wrongBy = fc.integer({ min: -10, max: 10 });

/** A shelf with counted and uncounted pieces, and a ledger that is wrong about it from the start. */
class Shelf {
  readonly #picks: Iterator<number>;
  #pieces: Array<{ counted: boolean }>;
  level: number;
  #counted = 0;
  #first: number | null = null;
  #came = 0;
  #left = 0;
  #between = { came: 0, left: 0 };
  /** Whether an uncounted piece was sold after the last count, so that the count of the shelf is incomplete. */
  #isOpen = false;

  constructor(pieces: number, wrongBy: number, picks: Iterator<number>) {
    this.#pieces = Array.from({ length: pieces }, () => ({ counted: false }));
    this.level = pieces - wrongBy;
    this.#picks = picks;
  }

  get pieces(): number {
    return this.#pieces.length;
  }

  happen(happening: Happening): void {
    if (happening === 'receipt') {
      this.#pieces.push({ counted: false });
      this.level += 1;
      this.#came += 1;
    } else if (happening === 'sale' && this.#pieces.length > 0) {
      const [sold] = this.#pieces.splice(this.#pick(this.#pieces.length), 1);
      this.#isOpen ||= this.#first !== null && sold?.counted === false;
      this.level -= 1;
      this.#left += 1;
    } else if (happening === 'count') this.#countOne();
  }

  /** Counts all uncounted pieces, so that the last piece is counted last. */
  countTheRest(): void {
    while (this.#countOne());
    fc.pre(this.#counted > 0 && !this.#isOpen);
  }

  /** The input for the calculation; without a count the counted quantity is zero. */
  get said() {
    const { came, left } = this.#between;
    return {
      countedMilli: this.#counted * 1000,
      levelMilli: (this.#first ?? this.level) * 1000,
      cameMilli: came * 1000,
      leftMilli: left * 1000,
    };
  }

  #countOne(): boolean {
    const open = this.#pieces.filter(({ counted }) => !counted);
    const piece = open[this.#pick(open.length)];
    if (!piece) return false;
    piece.counted = true;
    this.#counted += 1;
    if (this.#first === null) {
      this.#first = this.level;
      this.#came = 0;
      this.#left = 0;
    }
    this.#between = { came: this.#came, left: this.#left };
    this.#isOpen = false;
    return true;
  }

  #pick(of: number): number {
    return of === 0 ? 0 : Number(this.#picks.next().value) % of;
  }
}

const play = (shelf: Shelf, all: readonly Happening[]) => {
  for (const happening of all) shelf.happen(happening);
};

describe('while every piece is counted once and the shop is open', () => {
  test('an entry counted in one go is corrected to the piece, whatever happens before and after', () => {
    fc.assert(
      fc.property(
        fc.record({
          pieces: onShelf,
          wrong: wrongBy,
          before: happenings('sale', 'receipt'),
          after: happenings('sale', 'receipt'),
        }),
        picks,
        ({ pieces, wrong, before, after }, pick) => {
          const shelf = new Shelf(pieces, wrong, pick);
          play(shelf, before);
          shelf.countTheRest();
          play(shelf, after);
          const { differenceMilli, leastMilli, mostMilli } = differenceOf(shelf.said);
          expect(shelf.level * 1000 + differenceMilli).toBe(shelf.pieces * 1000);
          expect(leastMilli).toBe(mostMilli);
        },
      ),
    );
  });

  test('a correct ledger stays correct, however sales, receipts and counts of an entry mix', () => {
    fc.assert(
      fc.property(
        onShelf,
        happenings('sale', 'receipt', 'count'),
        happenings('sale', 'receipt'),
        picks,
        (pieces, during, after, pick) => {
          const shelf = new Shelf(pieces, 0, pick);
          play(shelf, during);
          shelf.countTheRest();
          play(shelf, after);
          const { differenceMilli } = differenceOf(shelf.said);
          expect(differenceMilli).toBe(0);
          expect(shelf.level).toBe(shelf.pieces);
        },
      ),
    );
  });

  test('the true error is within the reported range, and only the certain part is posted', () => {
    fc.assert(
      fc.property(
        fc.record({
          pieces: onShelf,
          wrong: wrongBy,
          during: happenings('sale', 'receipt', 'count'),
          after: happenings('sale', 'receipt'),
        }),
        picks,
        ({ pieces, wrong, during, after }, pick) => {
          const shelf = new Shelf(pieces, wrong, pick);
          play(shelf, during);
          shelf.countTheRest();
          play(shelf, after);
          const { differenceMilli, leastMilli, mostMilli } = differenceOf(shelf.said);
          expect(leastMilli).toBeLessThanOrEqual(wrong * 1000);
          expect(mostMilli).toBeGreaterThanOrEqual(wrong * 1000);
          expect(Math.abs(differenceMilli)).toBeLessThanOrEqual(Math.abs(wrong) * 1000);
          expect(differenceMilli * wrong).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('an entry of ten on record', () => {
  const counted = (countedMilli: number, { cameMilli = 0, leftMilli = 0 } = {}) =>
    differenceOf({ countedMilli, levelMilli: 10_000, cameMilli, leftMilli });

  test('has one missing when nine are counted', () => {
    expect(counted(9000)).toEqual({ differenceMilli: -1000, leastMilli: -1000, mostMilli: -1000 });
  });

  test('has none missing for a piece sold between two counts, counted before or not', () => {
    expect(counted(10_000, { leftMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(9000, { leftMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(8000, { leftMilli: 1000 })).toEqual({
      differenceMilli: -1000,
      leastMilli: -2000,
      mostMilli: -1000,
    });
  });

  test('has no surplus for a piece received between two counts, counted or not', () => {
    expect(counted(11_000, { cameMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(10_000, { cameMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(13_000, { cameMilli: 1000 }).differenceMilli).toBe(2000);
  });
});
