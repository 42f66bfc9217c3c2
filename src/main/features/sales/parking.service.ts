import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Ticket } from '#shared/contract/sales-documents';
import type { ExpiredLines } from './expired-lines';
import { shownTicket } from './open-ticket';
import type { TicketStore } from './ticket-store';

interface Needs {
  tickets: TicketStore;
  expired: ExpiredLines;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Parks tickets under a name; any cashier can recall them at any till. */
export class ParkingService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @throws TICKET_CLOSED, NOT_FOUND, TICKET_EMPTY; PARKED_NAME_TAKEN ignoring case. */
  park(ctx: Ctx, { ticketId, name }: ParsedInputs['sales']['parkTicket']): void {
    const { tickets, audit, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, ticketId);
    if (ticket.lines.length === 0) throw refuse('TICKET_EMPTY', {});
    if (tickets.parkedUnderName(name)) throw refuse('PARKED_NAME_TAKEN', { name });
    audit.record(ctx, { entity: 'ticket', entityId: ticketId, label: name });
    tickets.save(ticket, { parkedName: name, parkedAt: ctx.now });
    changes.publish('tickets');
  }

  /**
   * Recalls a parked ticket to this person's screen; from then on it belongs to them. An empty ticket there is dropped.
   * @throws TICKET_CLOSED when it was recalled or closed in the meantime; TICKET_ON_SCREEN while another has lines.
   */
  recall(ctx: Ctx, { ticketId }: ParsedInputs['sales']['recallTicket']): Ticket {
    const { tickets, expired, settings, audit, changes } = this.#needs;
    const ticket = tickets.find(ticketId);
    if (!ticket) throw refuse('NOT_FOUND', { what: 'ticket' });
    const { life, number, parkedAt, parkedName, accountId } = ticket.row;
    if (life !== 'open' || parkedAt === null) throw refuse('TICKET_CLOSED', { number });
    const shown = tickets.onScreen(ctx);
    if (shown && shown.lines.length > 0) throw refuse('TICKET_ON_SCREEN', {});
    if (shown) tickets.save(shown, { life: 'voided' });
    audit.record(ctx, {
      entity: 'ticket',
      entityId: ticketId,
      label: parkedName ?? '',
      before: { cashierId: accountId },
      after: { cashierId: ctx.account.id },
    });
    tickets.save(ticket, {
      tillId: ctx.tillId,
      accountId: ctx.account.id,
      parkedName: null,
      parkedAt: null,
    });
    changes.publish('tickets');
    const goods = expired.ofTicket(ticket, ctx.now);
    return shownTicket(ticket, ctx.account, settings.current.cashStepMinor, goods);
  }

  /**
   * Moves the ticket on a person's screen to the person who takes over the till, in the running unit of work. The
   * other person's own ticket at that till is parked under their name, or dropped if it is empty.
   * @returns the name that the other person's ticket was parked under, or null
   */
  handOver(ctx: Ctx, to: { id: number; firstName: string; lastName: string }): string | null {
    const { tickets, audit, changes } = this.#needs;
    const ticket = tickets.onScreen(ctx);
    if (!ticket || ticket.lines.length === 0) return null;
    const taker = { ...ctx, account: { ...ctx.account, id: to.id } };
    const own = tickets.onScreen(taker);
    const parkedName =
      own && own.lines.length > 0 ? this.#freeName(`${to.firstName} ${to.lastName}`.trim()) : null;
    if (own) {
      const change = parkedName === null ? { life: 'voided' as const } : { parkedName, parkedAt: ctx.now };
      tickets.save(own, change);
      audit.record(taker, { entity: 'ticket', entityId: own.row.id, label: parkedName ?? '' });
    }
    audit.record(taker, {
      entity: 'ticket',
      entityId: ticket.row.id,
      label: '',
      before: { cashierId: ctx.account.id },
      after: { cashierId: to.id },
    });
    tickets.save(ticket, { accountId: to.id });
    changes.publish('tickets');
    return parkedName;
  }

  /** A name that no parked ticket has: the given one, or the given one with a number appended. */
  #freeName(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#needs.tickets.parkedUnderName(name); number += 1) name = `${wanted} ${number}`;
    return name;
  }
}
