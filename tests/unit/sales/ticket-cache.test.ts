import { describe, expect, it } from 'vitest';
import { lineAfterVoid, patchTicket } from '#renderer/features/sales/till/ticket-cache';
import { changeTo, ticketLine, ticketOf } from './ticket-lines';

const newTicket = { cashier: { id: 1, name: 'Ada' }, createdAt: 50 };

describe('a scan response with one line', () => {
  it('starts a ticket where there was none', () => {
    const line = ticketLine(1);

    const { ticket, complete } = patchTicket(null, changeTo([line], { line }), newTicket);

    expect(ticket).toMatchObject({ id: 7, lines: [line], cashier: { name: 'Ada' }, createdAt: 50 });
    expect(complete).toBe(true);
  });

  it('inserts a new line at its position and keeps the others unchanged', () => {
    const [first, third] = [ticketLine(1), ticketLine(3)];
    const second = ticketLine(2);
    const change = changeTo([first, second, third], { lineId: 2, line: second });

    const { ticket } = patchTicket(ticketOf([first, third]), change, newTicket);

    expect(ticket.lines).toEqual([first, second, third]);
    expect(ticket.lines[0]).toBe(first);
    expect(ticket.totals.totalMinor).toBe(300);
  });

  it('replaces the line with the same id', () => {
    const [first, second] = [ticketLine(1), ticketLine(2)];
    const more = ticketLine(1, { quantityMilli: 2000, lineTotalMinor: 200 });
    const change = changeTo([more, second], { lineId: 1, line: more });

    const { ticket } = patchTicket(ticketOf([first, second]), change, newTicket);

    expect(ticket.lines).toEqual([more, second]);
    expect(ticket.version).toBe(2);
  });

  it('removes a voided line', () => {
    const [first, second] = [ticketLine(1), ticketLine(2)];
    const change = changeTo([second], { lineId: 1, line: null });

    expect(patchTicket(ticketOf([first, second]), change, newTicket).ticket.lines).toEqual([second]);
  });

  it('starts from an empty ticket when it belongs to another one than is shown', () => {
    const line = ticketLine(9);
    const change = changeTo([line], { ticketId: 8, lineId: 9, line });

    const { ticket } = patchTicket(ticketOf([ticketLine(1)]), change, newTicket);

    expect(ticket.id).toBe(8);
    expect(ticket.lines).toEqual([line]);
  });

  it('is ignored when it arrives after a newer response', () => {
    const shown = ticketOf([ticketLine(1, { quantityMilli: 5000 })], { version: 6 });
    const late = changeTo(shown.lines, { version: 5, line: ticketLine(1, { quantityMilli: 4000 }) });

    expect(patchTicket(shown, late, newTicket).ticket).toBe(shown);
  });

  it('reports when the totals include lines that the window does not have', () => {
    const [first, second] = [ticketLine(1), ticketLine(2)];
    const change = changeTo([first, second, ticketLine(3)], { lineId: 2, line: second });

    expect(patchTicket(ticketOf([first]), change, newTicket).complete).toBe(false);
  });
});

describe('after a line is voided', () => {
  const lines = [ticketLine(1), ticketLine(2), ticketLine(3)];

  it('the next line is selected', () => {
    expect(lineAfterVoid(lines, 2)).toBe(3);
  });

  it('the line before it is selected if it was the last', () => {
    expect(lineAfterVoid(lines, 3)).toBe(2);
  });

  it('no line is selected if it was the only one', () => {
    expect(lineAfterVoid([ticketLine(1)], 1)).toBeNull();
  });
});
