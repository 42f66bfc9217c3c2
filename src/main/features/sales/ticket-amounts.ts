import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Discount } from '#shared/contract/sales-documents';
import { discountColumns, type OpenTicket } from './open-ticket';
import {
  approvalOfLine,
  approvalOfTicket,
  type HeldChange,
  holdToApproval,
  isReduced,
  type ReductionKind,
  reductionsOf,
  type TakenOff,
  takenOff,
} from './reductions';
import type { TicketLineRow } from './ticket.queries';
import type { AddedLine, TicketStore } from './ticket-store';

interface Needs {
  tickets: TicketStore;
  audit: StoreLog;
}

/** The line of a ticket that changes, and what the call itself sets. */
interface What {
  lineId: number | null;
  given: ReductionKind | null;
}

/** The id of a line that is not stored yet. */
const NO_ID = 0;

const NO_DISCOUNT = {
  discountKind: null,
  discountValue: null,
  discountApprovedMinor: null,
  discountApprovedById: null,
} as const;

/**
 * Writes every change of a ticket's amounts and keeps it within what was approved. Each method throws
 * APPROVAL_NEEDED when more would be taken off than was approved, NOT_PERMITTED when this person may not do that
 * even with an approval, and DISCOUNT_TOO_LARGE when a discount exceeds the amount it applies to.
 */
export class TicketAmounts {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Adds a line at the end, at its list price and without a discount of its own; returns it. */
  addLine(ctx: Ctx, ticket: OpenTicket, added: AddedLine): TicketLineRow {
    const { tickets } = this.#needs;
    if (ticket.row.discountKind === null) return tickets.addLine(ticket, added);
    const line = { ...added, id: NO_ID, orderId: ticket.row.id, position: 0 };
    const changed = { ...ticket, lines: [...ticket.lines, line] };
    const held = hold(ctx, ticket, changed, { lineId: NO_ID, given: null });
    const kept = tickets.addLine(ticket, added);
    this.#saveTicketApproval(ticket, held);
    this.#auditMore(ctx, held, kept);
    return kept;
  }

  /**
   * Writes the current state of a line.
   * @param given what the call sets: the line's price, its discount, or neither
   * @returns what that took off before and takes off now
   */
  saveLine(
    ctx: Ctx,
    ticket: OpenTicket,
    line: TicketLineRow,
    given: 'price' | 'discount' | null = null,
  ): TakenOff {
    const { tickets } = this.#needs;
    const was = ticket.lines.find(({ id }) => id === line.id);
    if (ticket.row.discountKind === null && !isReduced(line) && !(was && isReduced(was))) {
      tickets.saveLine(ticket, line);
      return { beforeMinor: 0, afterMinor: 0 };
    }
    const changed = { ...ticket, lines: ticket.lines.map((one) => (one === was ? line : one)) };
    const held = hold(ctx, ticket, changed, { lineId: line.id, given });
    tickets.saveLine(ticket, { ...line, ...approvalOfLine(held.approved) });
    this.#saveTicketApproval(ticket, held);
    this.#auditMore(ctx, held, line, was);
    return takenOff(held);
  }

  /** Removes a line, and the ticket's discount along with the last one. */
  removeLine(ctx: Ctx, ticket: OpenTicket, lineId: number): void {
    const { tickets } = this.#needs;
    if (ticket.row.discountKind === null) {
      tickets.removeLine(ticket, lineId);
      return;
    }
    const changed = { ...ticket, lines: ticket.lines.filter(({ id }) => id !== lineId) };
    if (changed.lines.length === 0) {
      tickets.removeLine(ticket, lineId);
      tickets.save(ticket, NO_DISCOUNT);
      return;
    }
    const held = hold(ctx, ticket, changed, { lineId: null, given: null });
    tickets.removeLine(ticket, lineId);
    this.#saveTicketApproval(ticket, held);
  }

  /**
   * Gives the whole ticket a discount, or removes it.
   * @returns what that took off before and takes off now
   */
  saveDiscount(ctx: Ctx, ticket: OpenTicket, discount: Discount): TakenOff {
    const columns = discountColumns(discount);
    const changed = { ...ticket, row: { ...ticket.row, ...columns } };
    const held = hold(ctx, ticket, changed, { lineId: null, given: 'ticketDiscount' });
    this.#needs.tickets.save(ticket, { ...columns, ...approvalOfTicket(held.approved) });
    return takenOff(held);
  }

  #saveTicketApproval(ticket: OpenTicket, { approved }: HeldChange): void {
    const { discountApprovedMinor, discountApprovedById } = approvalOfTicket(approved);
    const { row } = ticket;
    if (
      discountApprovedMinor !== row.discountApprovedMinor ||
      discountApprovedById !== row.discountApprovedById
    ) {
      this.#needs.tickets.save(ticket, { discountApprovedMinor, discountApprovedById });
    }
  }

  /** Records that a larger quantity at a reduced price was approved. */
  #auditMore(ctx: Ctx, { growth, given }: HeldChange, line: TicketLineRow, was?: TicketLineRow): void {
    if (growth === null || given !== null || ctx.approvedBy === null) return;
    this.#needs.audit.record(ctx, {
      entity: 'ticket',
      entityId: line.orderId,
      label: line.name,
      before: { quantityMilli: was?.quantityMilli, reductionMinor: growth.beforeMinor },
      after: { quantityMilli: line.quantityMilli, reductionMinor: growth.afterMinor },
    });
  }
}

function hold(ctx: Ctx, ticket: OpenTicket, changed: OpenTicket, { lineId, given }: What): HeldChange {
  const change = { before: reductionsOf(ticket, lineId), after: reductionsOf(changed, lineId), given };
  return { ...change, ...holdToApproval(ctx, change) };
}
