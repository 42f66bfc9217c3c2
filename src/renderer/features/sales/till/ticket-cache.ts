import type { Person } from '#shared/contract/common';
import type { LineChange, Ticket, TicketLine } from '#shared/contract/sales-documents';

/** What a ticket needs to begin with besides its first line: whose it is, and when it began. */
interface TicketBeginning {
  cashier: Person;
  createdAt: number;
}

interface PatchedTicket {
  ticket: Ticket;
  /** False when the window's lines are not those the totals were calculated on, and it has to ask again. */
  complete: boolean;
}

/**
 * The ticket on screen after a change of one of its lines, without asking for the others again. The answer
 * to a change of another ticket than the one shown begins that ticket; one that is older than what is shown
 * leaves it as it is.
 */
export function patchTicket(
  shown: Ticket | null,
  change: LineChange,
  beginning: TicketBeginning,
): PatchedTicket {
  const base = shown?.id === change.ticketId ? shown : emptyTicket(change, beginning);
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
 * The line to select once a line is gone: the one that takes its place, else the one before it.
 *
 * @returns null when no line is left
 */
export function lineAfterVoid(lines: readonly TicketLine[], voidedId: number): number | null {
  const index = lines.findIndex((line) => line.id === voidedId);
  return lines[index + 1]?.id ?? lines[index - 1]?.id ?? null;
}

function emptyTicket(change: LineChange, beginning: TicketBeginning): Ticket {
  const { ticketId, version, totals, cashDueMinor } = change;
  return { id: ticketId, version, totals, cashDueMinor, lines: [], discount: null, note: '', ...beginning };
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
