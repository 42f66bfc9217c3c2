import type { StocktakeFigures, StocktakeLine } from '#shared/contract/stocktakes';
import { mulDivCapped } from '#shared/kernel/money';
import type { StocktakeRow } from './stocktake.queries';
import type { LineRecord } from './stocktake-line.queries';

/** What a person may see of a stocktake. */
export interface Sight {
  /** Expected quantities and differences; hidden from everyone in a blind count before its review. */
  differences: boolean;
  /** Whether it was posted or cancelled, so that current stock says nothing about it. */
  closed: boolean;
  values: boolean;
}

export function sightOf({ blind, state }: Pick<StocktakeRow, 'blind' | 'state'>, seesCost: boolean): Sight {
  return {
    differences: !(blind === 1 && state === 'counting'),
    closed: state === 'posted' || state === 'cancelled',
    values: seesCost,
  };
}

/** The value of a change of a line's quantity at its average cost, by running total as posting calculates it. */
function worth({ totalMilli, averagedMilli, averagedMinor }: LineRecord, changeMilli: number): number {
  const at = (milli: number): number => mulDivCapped(averagedMinor, milli, averagedMilli);
  return at(totalMilli + changeMilli) - at(totalMilli);
}

/** The value of a line's difference: as posted, before that at the current average cost. */
function differenceValue(line: LineRecord): number | null {
  const { differenceMilli, postedValueMinor } = line;
  if (differenceMilli === null || differenceMilli === 0) return null;
  return postedValueMinor ?? worth(line, differenceMilli);
}

function endsBelow(line: LineRecord, limitMilli: number, { closed }: Sight): boolean {
  const { differenceMilli, onHandMilli } = line;
  return (
    !closed && differenceMilli !== null && differenceMilli < 0 && onHandMilli + differenceMilli < limitMilli
  );
}

/** A line as a person may see it. */
export function lineView(line: LineRecord, sight: Sight): StocktakeLine {
  const { countedMilli, differenceMilli, leastMilli, mostMilli } = line;
  const isUncertain = leastMilli !== null && mostMilli !== null && leastMilli !== mostMilli;
  const seen = sight.differences;
  return {
    id: line.id,
    productId: line.productId,
    productName: line.productName,
    sku: line.sku,
    unit: line.unit,
    batchId: line.batchId,
    batchNumber: line.batchNumber,
    expiresOn: line.expiresOn,
    found: line.found === 1,
    note: line.note,
    countedMilli,
    expectedMilli: seen ? expectedOf(line, sight) : null,
    differenceMilli: seen ? differenceMilli : null,
    range: seen && isUncertain ? { leastMilli, mostMilli } : null,
    valueMinor: seen && sight.values ? differenceValue(line) : null,
    belowReserved: seen && endsBelow(line, line.reservedMilli, sight),
    belowZero: seen && endsBelow(line, 0, sight),
  };
}

/** The expected quantity: at the time of counting if counted, else the current one, or the starting one once closed. */
function expectedOf(line: LineRecord, { closed }: Sight): number {
  const { countedMilli, differenceMilli, startMilli, onHandMilli } = line;
  if (differenceMilli !== null) return (countedMilli ?? 0) - differenceMilli;
  return closed ? startMilli : onHandMilli;
}

/** The totals of the lines with a difference and of the uncounted lines. */
export function figuresOf(
  different: readonly LineRecord[],
  uncounted: readonly LineRecord[],
  sight: Sight,
): StocktakeFigures {
  const over = different.filter(({ differenceMilli }) => (differenceMilli ?? 0) > 0);
  const short = different.filter(({ differenceMilli }) => (differenceMilli ?? 0) < 0);
  const sum = (lines: readonly LineRecord[], value: (line: LineRecord) => number | null) =>
    sight.values ? lines.reduce((total, line) => total + (value(line) ?? 0), 0) : null;
  return {
    different: different.length,
    over: over.length,
    overMinor: sum(over, differenceValue),
    short: short.length,
    shortMinor: sum(short, differenceValue),
    differenceMinor: sum(different, differenceValue),
    uncertain: different.filter(({ leastMilli, mostMilli }) => leastMilli !== mostMilli).length,
    belowReserved: different.filter((line) => endsBelow(line, line.reservedMilli, sight)).length,
    belowZero: different.filter((line) => endsBelow(line, 0, sight)).length,
    uncounted: uncounted.length,
    uncountedMinor: sum(uncounted, (line) => 0 - worth(line, -line.onHandMilli)),
  };
}
