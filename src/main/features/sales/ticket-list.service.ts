import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs } from '#shared/contract/index';
import type { Ticket } from '#shared/contract/sales-documents';
import { ExpiredLines } from './expired-lines';
import { calculateOpen, shownTicket } from './open-ticket';
import { prepareTicketReads } from './ticket.queries';

/** Open tickets as stored: the one on screen and the parked ones. */
export class TicketListService {
  readonly #reads;
  readonly #expired: ExpiredLines;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = prepareTicketReads(reader);
    this.#expired = new ExpiredLines(reader, settings);
    this.#settings = settings;
  }

  /** The ticket on this person's screen at this till; null if there is none. */
  current(ctx: Ctx): Ticket | null {
    const row = this.#reads.onScreen.get(ctx.tillId, ctx.account.id);
    if (!row) return null;
    const ticket = { row, lines: this.#reads.lines.all(row.id) };
    const expired = this.#expired.ofTicket(ticket, ctx.now);
    return shownTicket(ticket, ctx.account, this.#settings.current.cashStepMinor, expired);
  }

  /** All parked tickets of the store; the one parked longest ago comes first. */
  parked(): Outputs['sales']['listParked'] {
    return this.#reads.parked.all().map((row) => {
      const lines = this.#reads.lines.all(row.id);
      return {
        id: row.id,
        name: row.parkedName ?? '',
        parkedAt: row.parkedAt ?? row.createdAt,
        cashier: { id: row.accountId, name: row.cashierName },
        lineCount: lines.length,
        totalMinor: calculateOpen({ row, lines }).totalMinor,
      };
    });
  }
}
