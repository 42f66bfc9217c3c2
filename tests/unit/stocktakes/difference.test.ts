import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '#main/features/stocktakes/difference';

/** What happens at a shelf: a piece is sold, one comes, or somebody counts one that was not counted yet. */
type Happening = 'sale' | 'receipt' | 'count';

const happenings = (...kinds: Happening[]) => fc.array(fc.constantFrom(...kinds), { maxLength: 40 });
/** Which of the pieces a customer takes, or who counts comes to next. */
const picks = fc.infiniteStream(fc.nat(1000));
const onShelf = fc.integer({ min: 1, max: 30 });
/** By how many pieces the ledger is wrong: less than none are missing from a shelf. */
const wrongBy = fc.integer({ min: -10, max: 10 });

/** A shelf with its pieces, each counted or not, and the ledger that is wrong about it from the start. */
class Shelf {
  readonly #picks: Iterator<number>;
  #pieces: Array<{ counted: boolean }>;
  level: number;
  #counted = 0;
  #first: number | null = null;
  #came = 0;
  #left = 0;
  #between = { came: 0, left: 0 };
  /** Whether a piece was sold after the last count that nobody had counted: its shelf was not gone round to its end. */
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

  /** Counts whatever was not counted yet, so that the last piece is counted last. */
  countTheRest(): void {
    while (this.#countOne());
    fc.pre(this.#counted > 0 && !this.#isOpen);
  }

  /** What the counts say; none of them is none. */
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

describe('every piece is counted once while the shop goes on', () => {
  test('an entry that is counted at once is set right to the piece, whatever happens before and after', () => {
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

  test('where the ledger is right it stays right, however sales, receipts and counts of the same entry mix', () => {
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

  test('where it is wrong the truth lies in the range that is told, and no more is written than is sure', () => {
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

  test('nine counted are one missing', () => {
    expect(counted(9000)).toEqual({ differenceMilli: -1000, leastMilli: -1000, mostMilli: -1000 });
  });

  test('a piece sold between two counts is not missing, whether it had been counted or not', () => {
    expect(counted(10_000, { leftMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(9000, { leftMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(8000, { leftMilli: 1000 })).toEqual({
      differenceMilli: -1000,
      leastMilli: -2000,
      mostMilli: -1000,
    });
  });

  test('a piece that came between two counts is not too much, whether it was counted or not', () => {
    expect(counted(11_000, { cameMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(10_000, { cameMilli: 1000 }).differenceMilli).toBe(0);
    expect(counted(13_000, { cameMilli: 1000 }).differenceMilli).toBe(2000);
  });
});
