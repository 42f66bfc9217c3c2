import { assertApproved, type Ctx, may } from '#main/platform/ctx';
import type { DiscountColumns } from './adjustment.queries';
import { calculateOpen, listGrossMinor, type OpenTicket } from './open-ticket';
import type { TicketLineRow } from './ticket.queries';

const PERMISSION = 'discountAndOverride';

const KINDS = ['price', 'discount', 'ticketDiscount'] as const;

/** What takes money off: a line's price below its list price, a line's discount, the ticket's discount. */
export type ReductionKind = (typeof KINDS)[number];

/** How much is taken off, in minor units, with how much was approved and by whom. */
interface Reduction {
  minor: number;
  /** Null until it is approved. */
  approvedMinor: number | null;
  approvedById: number | null;
}

/** What is taken off a line and off the ticket it is on; null where there is no other price or no discount. */
type Reductions = Record<ReductionKind, Reduction | null>;

/** How much is taken off before and after a change, in minor units. */
export interface TakenOff {
  beforeMinor: number;
  afterMinor: number;
}

/** A change of what is taken off; `given` is the price or discount that the call itself sets or removes. */
interface ReductionChange {
  before: Reductions;
  after: Reductions;
  given: ReductionKind | null;
}

/** A change that was checked against what was approved. */
export interface HeldChange extends ReductionChange {
  /** What is taken off after it, with the amounts that are approved from then on. */
  approved: Reductions;
  /** What is taken off beyond what was approved before; null where nothing is. */
  growth: TakenOff | null;
}

/**
 * What is taken off a line, where one is meant, and off its ticket.
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

/** Whether a line has another price than its list price, or a discount of its own. */
export function isReduced(line: TicketLineRow): boolean {
  return line.discountKind !== null || line.unitPriceMinor !== line.listPriceMinor;
}

/**
 * Checks a change against what was approved. A price or discount that the call sets may not take off more money
 * than was approved for it, and more goods may not make an existing one take off more than that. A larger
 * reduction needs an approval, unless this person may give it alone; it is then allowed from now on.
 *
 * Setting one price or discount never needs an approval for another: a line that loses its own discount adds to
 * what the ticket's percentage takes off, but the ticket as a whole is reduced by less than before.
 * @throws APPROVAL_NEEDED, or NOT_PERMITTED for a role that may not do it with an approval either.
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

/** What the price or discount that a call set took off before, and takes off now. */
export function takenOff({ before, after, given }: ReductionChange): TakenOff {
  return {
    beforeMinor: (given && before[given]?.minor) ?? 0,
    afterMinor: (given && after[given]?.minor) ?? 0,
  };
}

/** What a line's columns keep of what was approved. */
export function approvalOfLine({ price, discount }: Reductions) {
  return {
    priceApprovedMinor: price?.approvedMinor ?? null,
    priceApprovedById: price?.approvedById ?? null,
    discountApprovedMinor: discount?.approvedMinor ?? null,
    discountApprovedById: discount?.approvedById ?? null,
  };
}

/** What a ticket's columns keep of what was approved. */
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
