import type { LineChange, Ticket, TicketLine, TicketTotals } from '#shared/contract/sales-documents';

/** A line of one piece at 1.00, unless overridden. */
export function ticketLine(id: number, extra: Partial<TicketLine> = {}): TicketLine {
  return {
    id,
    position: id,
    productId: id,
    name: `Product ${id}`,
    sku: `P${id}`,
    unit: 'piece',
    quantityMilli: 1000,
    listPriceMinor: 100,
    unitPriceMinor: 100,
    fixedGrossMinor: null,
    standingDiscountMilliPercent: 0,
    discount: null,
    taxRateMilliPercent: 21_000,
    note: '',
    batch: null,
    expired: null,
    grossMinor: 100,
    ownDiscountMinor: 0,
    lineTotalMinor: 100,
    ...extra,
  };
}

export function totalsOf(lines: readonly TicketLine[]): TicketTotals {
  const totalMinor = lines.reduce((sum, line) => sum + line.lineTotalMinor, 0);
  return {
    lineCount: lines.length,
    subtotalMinor: totalMinor,
    discountMinor: 0,
    taxMinor: 0,
    totalMinor,
    taxes: [],
  };
}

export function ticketOf(lines: TicketLine[], extra: Partial<Ticket> = {}): Ticket {
  const totals = totalsOf(lines);
  return {
    id: 7,
    version: 1,
    cashier: { id: 1, name: 'Ada' },
    lines,
    discount: null,
    note: '',
    totals,
    cashDueMinor: totals.totalMinor,
    createdAt: 0,
    ...extra,
  };
}

/** The response to a change that leaves these lines on the ticket. */
export function changeTo(lines: readonly TicketLine[], change: Partial<LineChange>): LineChange {
  const totals = totalsOf(lines);
  return {
    ticketId: 7,
    version: 2,
    lineId: 1,
    line: null,
    totals,
    cashDueMinor: totals.totalMinor,
    ...change,
  };
}
