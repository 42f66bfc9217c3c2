import { assertApproved, type Ctx, may } from '#main/platform/ctx';
import type { DiscountColumns } from './adjustment.queries';
import { calculateOpen, listGrossMinor, type OpenTicket } from './open-ticket';
import type { TicketLineRow } from './ticket.queries';

const PERMISSION = 'discountAndOverride';

const KINDS = ['price', 'discount', 'ticketDiscount'] as const;

/** The kinds of reduction: a line's price below its list price, a line's discount, the ticket's discount. */
export type ReductionKind = (typeof KINDS)[number];

/** How much is taken off, in minor units, how much of it was approved and by whom. */
interface Reduction {
  minor: number;
  /** Null until it is approved. */
  approvedMinor: number | null;
  approvedById: number | null;
}

/** The reductions of a line and of its ticket; null where the list price applies or there is no discount. */
type Reductions = Record<ReductionKind, Reduction | null>;

/** How much is taken off before and after a change, in minor units. */
export interface TakenOff {
  beforeMinor: number;
  afterMinor: number;
}

/** A change of reductions; `given` is the price or discount that the call itself sets or removes. */
interface ReductionChange {
  before: Reductions;
  after: Reductions;
  given: ReductionKind | null;
}

/** A change that was checked against the approved amounts. */
export interface HeldChange extends ReductionChange {
  /** The reductions after the change, with the amounts that are approved from then on. */
  approved: Reductions;
  /** The approved and the new amount of the reductions that exceed their approval; null if none does. */
  growth: TakenOff | null;
}

/**
 * The reductions of a line, if one is given, and of its ticket.
 * @throws DISCOUNT_TOO_LARGE, INPUT_INVALID as {@link calculateOpen} does.
 */
export function reductionsOf(ticket: OpenTicket, lineId: number | null): Reductions {
  const calculated = calculateOpen(ticket);
  const ticketDiscount = discountOff(ticket.row, calculated.discountMinor);
  const index = ticket.lines.findIndex(({ id }) => id === lineId);
  const [line, amounts] = [ticket.lines[index], calculated.lines[index]];
  if (!(line && amounts)) return { price: null, discount: null, ticketDiscount };
  return {
    price: priceOff(line, amounts.grossMinor),
    discount: discountOff(line, amounts.lineDiscountMinor),
    ticketDiscount,
  };
}

/** Whether a line has an overridden price or a discount of its own. */
export function isReduced(line: TicketLineRow): boolean {
  return line.discountKind !== null || line.unitPriceMinor !== line.listPriceMinor;
}

/**
 * Checks a change against the approved amounts. A price or discount that the call sets must not take off more than
 * was approved for it, and a larger quantity must not make an existing one take off more than that. A larger reduction
 * needs an approval, unless this person may grant it alone; it is approved from then on.
 *
 * Setting one price or discount never needs an approval for another. For example, a line that loses its own discount
 * increases what the ticket's percentage takes off, but the ticket as a whole is reduced by less than before.
 * @throws APPROVAL_NEEDED, or NOT_PERMITTED for a role that may not do it even with an approval.
 */
export function holdToApproval(ctx: Ctx, change: ReductionChange): Pick<HeldChange, 'approved' | 'growth'> {
  const { before, after, given } = change;
  const exceeding = KINDS.filter((kind) => exceeds(change, kind));
  const growth = exceeding.length === 0 ? null : growthOf(exceeding, change);
  if (growth) {
    const isMore = growth.afterMinor > growth.beforeMinor;
    assertApproved(ctx, PERMISSION, isMore ? { reduction: growth } : {});
  }

  const mayAlone = may(ctx, PERMISSION);
  const by = ctx.approvedBy ?? ctx.account;
  const approvedOf = (kind: ReductionKind): Reduction | null => {
    const [was, is] = [before[kind], after[kind]];
    if (!is) return null;
    const isOwn = mayAlone && (kind === given || is.minor !== was?.minor);
    return isOwn || exceeding.includes(kind)
      ? { minor: is.minor, approvedMinor: is.minor, approvedById: by.id }
      : {
          minor: is.minor,
          approvedMinor: was?.approvedMinor ?? null,
          approvedById: was?.approvedById ?? null,
        };
  };
  const approved = {
    price: approvedOf('price'),
    discount: approvedOf('discount'),
    ticketDiscount: approvedOf('ticketDiscount'),
  };
  return { approved, growth };
}

/** What the price or discount that a call sets took off before and takes off now. */
export function takenOff({ before, after, given }: ReductionChange): TakenOff {
  return {
    beforeMinor: (given && before[given]?.minor) ?? 0,
    afterMinor: (given && after[given]?.minor) ?? 0,
  };
}

/** The approval columns of a line. */
export function approvalOfLine({ price, discount }: Reductions) {
  return {
    priceApprovedMinor: price?.approvedMinor ?? null,
    priceApprovedById: price?.approvedById ?? null,
    discountApprovedMinor: discount?.approvedMinor ?? null,
    discountApprovedById: discount?.approvedById ?? null,
  };
}

/** The approval columns of a ticket. */
export function approvalOfTicket({ ticketDiscount }: Reductions) {
  return {
    discountApprovedMinor: ticketDiscount?.approvedMinor ?? null,
    discountApprovedById: ticketDiscount?.approvedById ?? null,
  };
}

function priceOff(line: TicketLineRow, grossMinor: number): Reduction | null {
  if (line.unitPriceMinor === line.listPriceMinor) return null;
  return {
    minor: Math.max(0, listGrossMinor(line) - grossMinor),
    approvedMinor: line.priceApprovedMinor,
    approvedById: line.priceApprovedById,
  };
}

function discountOff(columns: DiscountColumns, minor: number): Reduction | null {
  if (columns.discountKind === null) return null;
  return {
    minor,
    approvedMinor: columns.discountApprovedMinor,
    approvedById: columns.discountApprovedById,
  };
}

function exceeds({ before, after, given }: ReductionChange, kind: ReductionKind): boolean {
  const [was, is] = [before[kind], after[kind]];
  if (!is) return false;
  const approved = was?.approvedMinor ?? null;
  if (kind === given) return approved === null || is.minor > approved;
  return given === null && is.minor > Math.max(approved ?? 0, was?.minor ?? 0);
}

function growthOf(kinds: readonly ReductionKind[], { before, after }: ReductionChange): TakenOff {
  const sum = (minorOf: (kind: ReductionKind) => number | null | undefined): number =>
    kinds.reduce((total, kind) => total + (minorOf(kind) ?? 0), 0);
  return {
    beforeMinor: sum((kind) => before[kind]?.approvedMinor),
    afterMinor: sum((kind) => after[kind]?.minor),
  };
}
