import { isDeepStrictEqual } from 'node:util';
import type { CallName, Outputs } from '#shared/contract/index';
import type { LineChange, Ticket, TicketLine } from '#shared/contract/sales-documents';
import { type Compared, type Comparison, compareAll, together } from './comparison';

type KeptLine = Pick<
  TicketLine,
  'id' | 'productId' | 'quantityMilli' | 'listPriceMinor' | 'unitPriceMinor' | 'fixedGrossMinor' | 'note'
> & { discount: string | null; batchId: number | null };

interface KnownLine {
  ticketId: number;
  version: number;
  /** Null once it is voided. */
  line: TicketLine | null;
}

const LINE_CALLS: readonly CallName[] = [
  'sales.scan',
  'sales.addLine',
  'sales.changeLine',
  'sales.discountLine',
  'sales.overridePrice',
  'sales.voidLine',
];
const TICKET_CALLS: readonly CallName[] = ['sales.discountTicket', 'sales.noteTicket', 'sales.recallTicket'];

const asText = (discount: Ticket['discount']): string | null =>
  discount && `${discount.kind} ${discount.kind === 'percent' ? discount.milliPercent : discount.minor}`;

const partOf = (line: TicketLine): KeptLine => ({
  id: line.id,
  productId: line.productId,
  quantityMilli: line.quantityMilli,
  listPriceMinor: line.listPriceMinor,
  unitPriceMinor: line.unitPriceMinor,
  fixedGrossMinor: line.fixedGrossMinor,
  note: line.note,
  discount: asText(line.discount),
  batchId: line.batch?.id ?? null,
});

/** Every line of every ticket and sale is as in the last response about it, and there is no other line. */
export function compareTickets({ handle, record }: Compared): Comparison {
  const known = new Map<number, KnownLine>();
  for (const { call, outcome } of record.changes) {
    if (outcome.kind !== 'answered') continue;
    if (LINE_CALLS.includes(call)) learn(known, outcome.answer as LineChange);
    if (TICKET_CALLS.includes(call)) {
      const { id: ticketId, version, lines } = outcome.answer as Ticket;
      for (const line of lines) learn(known, { ticketId, version, lineId: line.id, line });
    }
  }
  const rows = handle
    .prepare<[], KeptLine>(
      `SELECT id, product_id AS productId, quantity_milli AS quantityMilli, list_price_minor AS listPriceMinor,
         unit_price_minor AS unitPriceMinor, fixed_gross_minor AS fixedGrossMinor, note,
         (SELECT CASE WHEN milli_percent IS NULL THEN 'amount ' || value_minor ELSE 'percent ' || milli_percent END
          FROM order_adjustment a WHERE a.line_id = sales_order_line.id AND a.kind = 'line') AS discount,
         batch_id AS batchId
       FROM sales_order_line`,
    )
    .all();
  const kept = new Map(rows.map((row) => [row.id, row]));
  return together([
    compareAll(known, ([id, { line }]) => {
      const row = kept.get(id) ?? null;
      if (isDeepStrictEqual(line && partOf(line), row)) return null;
      return { what: 'a line of a ticket that is not as it was acknowledged', detail: { line, row } };
    }),
    compareAll(rows, (row) =>
      known.has(row.id) ? null : { what: 'a line of a ticket that nobody added', detail: row },
    ),
    compareReceipts({ handle, record }),
  ]);
}

function learn(
  known: Map<number, KnownLine>,
  { ticketId, version, lineId, line }: Omit<LineChange, 'totals' | 'cashDueMinor'>,
): void {
  const before = known.get(lineId);
  if (!before || version >= before.version) known.set(lineId, { ticketId, version, line });
}

/** Every issued receipt is a completed sale with the same number, total and payments. */
function compareReceipts({ handle, record }: Pick<Compared, 'handle' | 'record'>): Comparison {
  const find = handle.prepare<[number], object>(
    `SELECT life, number, total_minor AS totalMinor, cash_rounding_minor AS cashRoundingMinor,
       (SELECT SUM(amount_minor) FROM payment p WHERE p.order_id = o.id) AS moneyMinor FROM sales_order o WHERE id = ?`,
  );
  return compareAll(record.happened('sales.completeTicket'), ({ outcome, key }) => {
    if (outcome.kind !== 'answered') return null;
    const receipt = outcome.answer as Outputs['sales']['completeTicket'];
    const { orderId, number, totalMinor, cashRoundingMinor, payments } = receipt;
    const money = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    // A sale with a total of zero takes no money.
    const moneyMinor = payments.length === 0 ? null : money;
    const told = { life: 'fulfilled', number, totalMinor, cashRoundingMinor, moneyMinor };
    const row = find.get(orderId);
    return isDeepStrictEqual(told, row && { ...row })
      ? null
      : { what: 'a receipt whose sale is not in the file as it says', detail: { key, told, row } };
  });
}
