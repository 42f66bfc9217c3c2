import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import type { LineChange, Ticket } from '#shared/contract/sales-documents';
import type { ExpiredLines } from './expired-lines';
import {
  changeOfLine,
  changeOnScreen,
  discountColumns,
  discountOf,
  type OpenTicket,
  shownTicket,
} from './open-ticket';
import type { TicketAmounts } from './ticket-amounts';
import type { TicketStore } from './ticket-store';

interface Needs {
  tickets: TicketStore;
  amounts: TicketAmounts;
  expired: ExpiredLines;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Discounts and price overrides, with the person who approved them. */
export class TicketDiscountService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Gives a line a discount on top of its product's own discount, or removes it.
   * @throws TICKET_CLOSED; DISCOUNT_TOO_LARGE with the line's amount; APPROVAL_NEEDED for more than was approved.
   */
  discountLine(ctx: Ctx, { lineId, discount }: ParsedInputs['sales']['discountLine']): LineChange {
    const { ticket, line } = this.#needs.tickets.withLine(ctx, lineId);
    const changed = { ...line, ...discountColumns(discount) };
    const takenOff = this.#needs.amounts.saveLine(ctx, ticket, changed, 'discount');
    this.#audit(ctx, ticket, line.name, {
      before: { discount: discountOf(line), reductionMinor: takenOff.beforeMinor },
      after: { discount, reductionMinor: takenOff.afterMinor },
    });
    return this.#changed(ctx, ticket, lineId);
  }

  /**
   * Overrides the unit price of a line (minor units); null restores the product's price.
   * @throws TICKET_CLOSED; DISCOUNT_TOO_LARGE when a discount exceeds what is left; APPROVAL_NEEDED for a larger
   * reduction than was approved.
   */
  overridePrice(ctx: Ctx, { lineId, unitPriceMinor }: ParsedInputs['sales']['overridePrice']): LineChange {
    const { ticket, line } = this.#needs.tickets.withLine(ctx, lineId);
    const changed = { ...line, unitPriceMinor: unitPriceMinor ?? line.listPriceMinor };
    const takenOff = this.#needs.amounts.saveLine(ctx, ticket, changed, 'price');
    this.#audit(ctx, ticket, line.name, {
      before: { unitPriceMinor: line.unitPriceMinor, reductionMinor: takenOff.beforeMinor },
      after: { unitPriceMinor: changed.unitPriceMinor, reductionMinor: takenOff.afterMinor },
    });
    return this.#changed(ctx, ticket, lineId);
  }

  /**
   * Gives the whole ticket a discount, or removes it.
   * @throws TICKET_CLOSED, NOT_FOUND; DISCOUNT_TOO_LARGE with the sum of its lines; APPROVAL_NEEDED for more than
   * was approved.
   */
  discountTicket(ctx: Ctx, { ticketId, discount }: ParsedInputs['sales']['discountTicket']): Ticket {
    const { tickets, amounts, expired, settings, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, ticketId);
    const before = discountOf(ticket.row);
    const takenOff = amounts.saveDiscount(ctx, ticket, discount);
    this.#audit(ctx, ticket, '', {
      before: { discount: before, reductionMinor: takenOff.beforeMinor },
      after: { discount, reductionMinor: takenOff.afterMinor },
    });
    changes.publish(changeOnScreen(ctx, ticket));
    const goods = expired.ofTicket(ticket, ctx.now);
    return shownTicket(ticket, ctx.account, settings.current.cashStepMinor, goods);
  }

  #changed(ctx: Ctx, ticket: OpenTicket, lineId: number): LineChange {
    const { expired, settings, changes } = this.#needs;
    changes.publish(changeOnScreen(ctx, ticket));
    const goods = expired.ofLine(ticket, lineId, ctx.now);
    return changeOfLine(ticket, lineId, settings.current.cashStepMinor, goods);
  }

  #audit(ctx: Ctx, { row }: OpenTicket, label: string, change: { before: object; after: object }): void {
    this.#needs.audit.record(ctx, { entity: 'ticket', entityId: row.id, label, ...change });
  }
}
