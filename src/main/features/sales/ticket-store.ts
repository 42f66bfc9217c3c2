import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/settings';
import { adjustmentOf, adjustmentWrites, isSameDiscount } from './adjustment.queries';
import type { OpenTicket } from './open-ticket';
import {
  type NewTicketLine,
  prepareTicketWrites,
  type TicketLineRow,
  type TicketRow,
} from './ticket.queries';

/** A line to add: everything but its order and position. */
export type AddedLine = Omit<NewTicketLine, 'orderId' | 'position'>;

/**
 * Open tickets in the database, with their lines cached in memory, so that a scan onto a long ticket does not
 * read it again. Each change increments the ticket's version, and cached lines are valid only for the version in the
 * database; after a rolled-back unit of work they are reloaded.
 */
export class TicketStore {
  readonly #sql;
  readonly #adjustments;
  readonly #lines = new Map<number, { version: number; lines: TicketLineRow[] }>();

  constructor(tx: Tx) {
    this.#sql = prepareTicketWrites(tx);
    this.#adjustments = adjustmentWrites(tx);
  }

  /** The ticket on this person's screen at this till; null when there is none. */
  onScreen(ctx: Ctx): OpenTicket | null {
    const row = this.#sql.onScreen.get(ctx.tillId, ctx.account.id);
    return row ? this.#withLines(row) : null;
  }

  /**
   * The ticket with this id, which must be the one on this person's screen.
   * @throws TICKET_CLOSED when it was completed, placed, voided or parked; NOT_FOUND when it belongs to another person.
   */
  onScreenById(ctx: Ctx, id: number): OpenTicket {
    return this.#withLines(assertOnScreen(ctx, this.#sql.byId.get(id)));
  }

  /** Like {@link onScreenById}, but returns null for a ticket that has become a sale. */
  onScreenUnlessSold(ctx: Ctx, id: number): OpenTicket | null {
    const row = this.#sql.byId.get(id);
    return row?.life === 'fulfilled' ? null : this.#withLines(assertOnScreen(ctx, row));
  }

  /**
   * The ticket on this person's screen and one of its lines.
   * @throws TICKET_CLOSED when the line's ticket is no longer open; NOT_FOUND when there is no such line.
   */
  withLine(ctx: Ctx, lineId: number): { ticket: OpenTicket; line: TicketLineRow } {
    const shown = this.onScreen(ctx);
    const line = shown?.lines.find((one) => one.id === lineId);
    if (shown && line) return { ticket: shown, line };
    const row = this.#sql.orderOfLine.get(lineId);
    if (row) assertOnScreen(ctx, row);
    throw refuse('NOT_FOUND', { what: 'line' });
  }

  /** Any order by its id as a ticket, open or not; null if there is none. */
  find(id: number): OpenTicket | null {
    const row = this.#sql.byId.get(id);
    return row ? this.#withLines(row) : null;
  }

  /** Starts an empty ticket on this person's screen. */
  start(ctx: Ctx, settings: Settings): OpenTicket {
    const row = this.#sql.start.get({
      tillId: ctx.tillId,
      accountId: ctx.account.id,
      pricesIncludeTax: settings.pricesIncludeTax ? 1 : 0,
      taxRounding: settings.taxRounding,
      createdAt: ctx.now,
    });
    if (!row) throw new Error('The store has no counter channel or not this till');
    return this.#withLines(row);
  }

  /** Adds a line at the end and returns it. */
  addLine(ticket: OpenTicket, added: AddedLine): TicketLineRow {
    const position = (ticket.lines.at(-1)?.position ?? 0) + 1;
    const line = { ...added, orderId: ticket.row.id, position };
    const { lastInsertRowid } = this.#sql.addLine.run(line);
    const kept = { id: Number(lastInsertRowid), ...line };
    this.#keepStandingDiscount(kept);
    this.#changed(ticket, [...ticket.lines, kept]);
    return kept;
  }

  /** Writes the current state of a line. */
  saveLine(ticket: OpenTicket, line: TicketLineRow): void {
    this.#sql.saveLine.run(line);
    this.#keepLineDiscount(ticket, line);
    this.#changed(
      ticket,
      ticket.lines.map((one) => (one.id === line.id ? line : one)),
    );
  }

  removeLine(ticket: OpenTicket, lineId: number): void {
    this.#adjustments.removeAllOfLine.run(lineId);
    this.#sql.removeLine.run(lineId);
    this.#changed(
      ticket,
      ticket.lines.filter((line) => line.id !== lineId),
    );
  }

  /** Writes what belongs to the whole ticket: life, screen, parking, discount, note. */
  save(ticket: OpenTicket, change: Partial<TicketRow>): void {
    const before = ticket.row;
    ticket.row = { ...before, ...change, version: before.version + 1 };
    this.#sql.save.run(ticket.row);
    this.#keepTicketDiscount(before, ticket.row);
    const { id, version, life, parkedAt } = ticket.row;
    if (life === 'open' && parkedAt === null) this.#lines.set(id, { version, lines: ticket.lines });
    else this.#lines.delete(id);
  }

  /** Removes the lines of a ticket that is no longer open from the cache. */
  forget(ticket: OpenTicket): void {
    this.#lines.delete(ticket.row.id);
  }

  /** Whether a parked ticket has this name; case is ignored. */
  parkedUnderName(name: string): boolean {
    return this.#sql.parkedUnderName.get(name) !== undefined;
  }

  /** The id of the location that the ticket's till currently sells from. */
  sellingLocation({ row }: OpenTicket): number {
    const locationId = this.#sql.sellingLocation.get(row.tillId);
    if (locationId === undefined) throw new Error(`The store has no till ${row.tillId}`);
    return locationId;
  }

  /** @throws PRODUCT_NOT_SOLD when a product on the ticket is no longer sold. */
  assertAllSold(ticket: OpenTicket): void {
    const found = this.#sql.notSold.get(ticket.row.id);
    if (found) throw refuse('PRODUCT_NOT_SOLD', found);
  }

  #keepStandingDiscount({
    id: lineId,
    orderId,
    standingDiscountMilliPercent: milliPercent,
  }: TicketLineRow): void {
    if (milliPercent === 0) return;
    const given = { milliPercent, valueMinor: null, approvedById: null, approvedMinor: null, amountMinor: 0 };
    this.#adjustments.setOfLine.run({ orderId, lineId, kind: 'standing', ...given });
  }

  #keepLineDiscount(ticket: OpenTicket, line: TicketLineRow): void {
    const before = ticket.lines.find(({ id }) => id === line.id);
    if (before && isSameDiscount(before, line)) return;
    const { id: lineId, orderId } = line;
    if (line.discountKind === null) this.#adjustments.removeOfLine.run(lineId, 'line');
    else this.#adjustments.setOfLine.run(adjustmentOf(line, { orderId, lineId, kind: 'line' }));
  }

  #keepTicketDiscount(before: TicketRow, row: TicketRow): void {
    if (isSameDiscount(before, row)) return;
    if (row.discountKind === null) this.#adjustments.removeOfTicket.run(row.id);
    else
      this.#adjustments.setOfTicket.run(adjustmentOf(row, { orderId: row.id, lineId: null, kind: 'ticket' }));
  }

  #withLines(row: TicketRow): OpenTicket {
    const known = this.#lines.get(row.id);
    if (known?.version === row.version) return { row, lines: known.lines };
    const lines = this.#sql.lines.all(row.id);
    this.#lines.set(row.id, { version: row.version, lines });
    return { row, lines };
  }

  #changed(ticket: OpenTicket, lines: TicketLineRow[]): void {
    this.#sql.bump.run(ticket.row.id);
    ticket.row = { ...ticket.row, version: ticket.row.version + 1 };
    ticket.lines = lines;
    this.#lines.set(ticket.row.id, { version: ticket.row.version, lines });
  }
}

/**
 * The row of the ticket on this person's screen.
 * @throws TICKET_CLOSED when it was completed, placed, voided or parked; NOT_FOUND when it belongs to another person.
 */
function assertOnScreen(ctx: Ctx, row: TicketRow | undefined): TicketRow {
  if (!row) throw refuse('NOT_FOUND', { what: 'ticket' });
  if (row.life !== 'open' || row.parkedAt !== null) throw refuse('TICKET_CLOSED', { number: row.number });
  if (row.tillId !== ctx.tillId || row.accountId !== ctx.account.id) {
    throw refuse('NOT_FOUND', { what: 'ticket' });
  }
  return row;
}
