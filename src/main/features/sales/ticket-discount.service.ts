import type { ParsedInputs } from '#shared/contract/index';
import type { LineChange, Ticket } from '#shared/contract/sales-documents';
import type { ChangeFeed } from '../../change-feed';
import type { Ctx } from '../../ctx';
import type { AuditService } from '../audit/audit.service';
import type { SettingsService } from '../stores/settings.service';
import type { ExpiredLines } from './expired-lines';
import { changeOfLine, discountColumns, discountOf, type OpenTicket, shownTicket } from './open-ticket';
import type { TicketLineRow } from './ticket.queries';
import type { TicketStore } from './ticket-store';

interface Needs {
  tickets: TicketStore;
  expired: ExpiredLines;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** Less than the price there was: discounts and other prices, with who approved them. */
export class TicketDiscountService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Gives a line a discount on what its product's own one leaves, or takes it away.
   * @throws TICKET_CLOSED; DISCOUNT_TOO_LARGE with what the line comes to.
   */
  discountLine(ctx: Ctx, { lineId, discount }: ParsedInputs['sales']['discountLine']): LineChange {
    const { ticket, line } = this.#needs.tickets.withLine(ctx, lineId);
    const changed = { ...line, ...discountColumns(discount, ctx.approvedBy) };
    this.#audit(ctx, ticket, line.name, { discount: discountOf(line) }, { discount });
    return this.#saveLine(ctx, ticket, changed);
  }

  /**
   * Sells a line at another price for a unit (minor units); null goes back to the product's own.
   * @throws TICKET_CLOSED; DISCOUNT_TOO_LARGE when a discount is more than what is left.
   */
  overridePrice(ctx: Ctx, { lineId, unitPriceMinor }: ParsedInputs['sales']['overridePrice']): LineChange {
    const { ticket, line } = this.#needs.tickets.withLine(ctx, lineId);
    const changed = {
      ...line,
      unitPriceMinor: unitPriceMinor ?? line.listPriceMinor,
      priceApprovedById: unitPriceMinor === null ? null : (ctx.approvedBy?.id ?? null),
    };
    const prices = (of: TicketLineRow) => ({ unitPriceMinor: of.unitPriceMinor });
    this.#audit(ctx, ticket, line.name, prices(line), prices(changed));
    return this.#saveLine(ctx, ticket, changed);
  }

  /**
   * Gives the whole ticket a discount, or takes it away.
   * @throws TICKET_CLOSED, NOT_FOUND; DISCOUNT_TOO_LARGE with what its lines come to.
   */
  discountTicket(ctx: Ctx, { ticketId, discount }: ParsedInputs['sales']['discountTicket']): Ticket {
    const { tickets, expired, settings, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, ticketId);
    this.#audit(ctx, ticket, '', { discount: discountOf(ticket.row) }, { discount });
    tickets.save(ticket, discountColumns(discount, ctx.approvedBy));
    changes.publish('tickets');
    const goods = expired.ofTicket(ticket.lines, ctx.now);
    return shownTicket(ticket, ctx.account, settings.current.cashStepMinor, goods);
  }

  #saveLine(ctx: Ctx, ticket: OpenTicket, changed: TicketLineRow): LineChange {
    const { tickets, expired, settings, changes } = this.#needs;
    tickets.saveLine(ticket, changed);
    changes.publish('tickets');
    const goods = expired.ofLine(ticket.lines, changed.id, ctx.now);
    return changeOfLine(ticket, changed.id, settings.current.cashStepMinor, goods);
  }

  #audit(ctx: Ctx, { row }: OpenTicket, label: string, ...[before, after]: [object, object]): void {
    this.#needs.audit.record(ctx, { entity: 'ticket', entityId: row.id, label, before, after });
  }
}
