import type { Person } from '#shared/contract/common';
import type { LineChange, Ticket, TicketLine } from '#shared/contract/sales-documents';

/** What a new ticket needs besides its first line. */
interface NewTicket {
  cashier: Person;
  createdAt: number;
}

interface PatchedTicket {
  ticket: Ticket;
  /** False when the totals were calculated on other lines than the window has, so that it must reload the ticket. */
  complete: boolean;
}

/**
 * Applies a change of one line to the ticket on screen, without reloading the other lines. A change of another
 * ticket than the one shown starts that ticket; a change older than the shown version is ignored.
 */
export function patchTicket(shown: Ticket | null, change: LineChange, newTicket: NewTicket): PatchedTicket {
  const base = shown?.id === change.ticketId ? shown : emptyTicket(change, newTicket);
  if (change.version < base.version) {
    return { ticket: base, complete: true };
  }
  const lines = patchLines(base.lines, change);
  const { version, totals, cashDueMinor } = change;
  return {
    ticket: { ...base, version, totals, cashDueMinor, lines },
    complete: lines.length === totals.lineCount,
  };
}

/**
 * The line to select after a line is voided: the next one, else the previous one.
 *
 * @returns null when no line is left
 */
export function lineAfterVoid(lines: readonly TicketLine[], voidedId: number): number | null {
  const index = lines.findIndex((line) => line.id === voidedId);
  return lines[index + 1]?.id ?? lines[index - 1]?.id ?? null;
}

function emptyTicket(change: LineChange, newTicket: NewTicket): Ticket {
  const { ticketId, version, totals, cashDueMinor } = change;
  return { id: ticketId, version, totals, cashDueMinor, lines: [], discount: null, note: '', ...newTicket };
}

function patchLines(lines: readonly TicketLine[], { lineId, line }: LineChange): TicketLine[] {
  if (line === null) {
    return lines.filter(({ id }) => id !== lineId);
  }
  if (lines.some(({ id }) => id === lineId)) {
    return lines.map((known) => (known.id === lineId ? line : known));
  }
  return [...lines, line].sort((one, other) => one.position - other.position);
}
