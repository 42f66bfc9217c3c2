import { type Ctx, may } from '#main/platform/ctx';
import type { OutstandingLine } from '#shared/contract/issues';
import { mulDivRound } from '#shared/kernel/money';
import type { OutstandingRow } from './outstanding.queries';

/** The cost of the first `milli` of a line: in any portions, the shares add up to the cost of the whole line. */
export function costUpTo({ costMinor, issuedMilli }: OutstandingRow, milli: number): number {
  return mulDivRound(costMinor, milli, issuedMilli);
}

/** The outstanding goods of a line as a person may see them: the cost is null if they may not see cost. */
export function outstandingVisibleTo(ctx: Ctx, row: OutstandingRow): OutstandingLine {
  const {
    issuedById,
    issuedByName,
    holderAccountId,
    holderName,
    locationId,
    locationName,
    closedAt,
    ...line
  } = row;
  const { closedMilli, costMinor, ...rest } = line;
  return {
    ...rest,
    issuedBy: { id: issuedById, name: issuedByName },
    holder: { accountId: holderAccountId, name: holderName },
    location: { id: locationId, name: locationName, closed: closedAt !== null },
    outMilli: row.issuedMilli - closedMilli,
    outCostMinor: may(ctx, 'seeCost') ? costMinor - costUpTo(row, closedMilli) : null,
  };
}
