import type { AddressedChange } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Person } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import type {
  Discount,
  LineChange,
  Ticket,
  TicketLine,
  TicketTotals,
} from '#shared/contract/sales-documents';
import { roundCash } from '#shared/kernel/cash';
import { MAX_MINOR, mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import {
  type TicketTotals as CalculatedTicket,
  calculateLine,
  calculateTicket,
  type LineAmounts,
  lineDiscountExceeds,
  type TicketLineInput,
  ticketDiscountExceeds,
} from '#shared/kernel/ticket';
import type { DiscountColumns } from './adjustment.queries';
import type { TicketLineRow, TicketRow } from './ticket.queries';

/** A ticket as services hold it: its row and its lines in order. */
export interface OpenTicket {
  row: TicketRow;
  lines: TicketLineRow[];
}

/** Shipping is calculated as a separate line because it has its own tax rate. */
export interface Shipping {
  shippingMinor: number;
  shippingTaxRateMilliPercent: number;
}

/** The change of a ticket on the screen of its person: other screens show neither this ticket nor anything of it. */
export function changeOnScreen({ windowId }: Ctx, { row }: Pick<OpenTicket, 'row'>): AddressedChange {
  const { id, version, tillId, accountId } = row;
  return {
    topic: 'tickets',
    record: { entity: 'ticket', id, version },
    screen: { tillId, accountId },
    windowId,
  };
}

/** The discount that the two columns describe. */
export function discountOf({ discountKind, discountValue }: DiscountColumns): Discount {
  if (discountKind === null || discountValue === null) return null;
  return discountKind === 'percent'
    ? { kind: 'percent', milliPercent: discountValue }
    : { kind: 'amount', minor: discountValue };
}

/** The two columns of a discount. */
export function discountColumns(discount: Discount): Pick<DiscountColumns, 'discountKind' | 'discountValue'> {
  if (discount === null) return { discountKind: null, discountValue: null };
  return {
    discountKind: discount.kind,
    discountValue: discount.kind === 'percent' ? discount.milliPercent : discount.minor,
  };
}

/**
 * The amount of a line at its list price or its scale label's price, before any discount.
 * @throws INPUT_INVALID when the amount exceeds the limit of a document.
 */
export function listGrossMinor(line: TicketLineRow): number {
  if (line.quantityMilli * line.listPriceMinor > MAX_MINOR * MILLI_PER_UNIT) throw tooLarge();
  return line.fixedGrossMinor ?? mulDivRound(line.quantityMilli, line.listPriceMinor, MILLI_PER_UNIT);
}

/** The input of a line's calculation. A scale label's price applies only until the unit price is overridden. */
function lineInput(line: TicketLineRow): TicketLineInput {
  return {
    quantityMilli: line.quantityMilli,
    unitPriceMinor: line.unitPriceMinor,
    fixedGrossMinor: line.unitPriceMinor === line.listPriceMinor ? line.fixedGrossMinor : null,
    standingDiscountMilliPercent: line.standingDiscountMilliPercent,
    lineDiscount: discountOf(line),
    taxRateMilliPercent: line.taxRateMilliPercent,
  };
}

/**
 * Calculates a ticket from its current lines, with shipping as the last line if there is any.
 * @throws DISCOUNT_TOO_LARGE when a change left less than the discount takes off, INPUT_INVALID when the total exceeds
 * the limit of a document.
 */
export function calculateOpen({ row, lines }: OpenTicket, shipping?: Shipping): CalculatedTicket {
  const inputs = lines.map(lineInput);
  assertNotTooMuch(inputs);
  const discount = discountOf(row);
  if (discount?.kind === 'amount' && ticketDiscountExceeds(inputs, discount)) {
    const ownNets = inputs.map((input) => calculateLine(input).lineTotalMinor);
    throw refuse('DISCOUNT_TOO_LARGE', { atMostMinor: ownNets.reduce((sum, net) => sum + net, 0) });
  }
  if (shipping && shipping.shippingMinor > 0) inputs.push(shippingInput(shipping));
  const rules = { pricesIncludeTax: row.pricesIncludeTax === 1, taxRounding: row.taxRounding };
  return calculateTicket(inputs, discount, rules);
}

/** The ticket as a window shows it; `expired` holds, for each line, the expired batch it would take from. */
export function shownTicket(
  ticket: OpenTicket,
  cashier: Person,
  cashStepMinor: number,
  expired: readonly TicketLine['expired'][],
): Ticket {
  const calculated = calculateOpen(ticket);
  const { row, lines } = ticket;
  return {
    id: row.id,
    version: row.version,
    cashier,
    lines: lines.map((line, index) => shownLine(line, amountsAt(calculated, index), expired[index])),
    discount: discountOf(row),
    note: row.note,
    totals: shownTotals(calculated),
    cashDueMinor: roundCash(calculated.totalMinor, cashStepMinor),
    createdAt: row.createdAt,
  };
}

/** What a window needs to know after one line was changed or voided; `expired` refers to that line only. */
export function changeOfLine(
  ticket: OpenTicket,
  lineId: number,
  cashStepMinor: number,
  expired: TicketLine['expired'],
): LineChange {
  const calculated = calculateOpen(ticket);
  const index = ticket.lines.findIndex((line) => line.id === lineId);
  const line = ticket.lines[index];
  return {
    ticketId: ticket.row.id,
    version: ticket.row.version,
    lineId,
    line: line ? shownLine(line, amountsAt(calculated, index), expired) : null,
    totals: shownTotals(calculated),
    cashDueMinor: roundCash(calculated.totalMinor, cashStepMinor),
  };
}

/** A line as a window shows it, with its amounts before any ticket discount. */
export function shownLine(
  line: TicketLineRow,
  amounts: { grossMinor: number; ownDiscountMinor: number },
  expired: TicketLine['expired'] = null,
) {
  return {
    id: line.id,
    position: line.position,
    productId: line.productId,
    name: line.name,
    sku: line.sku,
    unit: line.unit,
    quantityMilli: line.quantityMilli,
    listPriceMinor: line.listPriceMinor,
    unitPriceMinor: line.unitPriceMinor,
    fixedGrossMinor: line.fixedGrossMinor,
    standingDiscountMilliPercent: line.standingDiscountMilliPercent,
    discount: discountOf(line),
    taxRateMilliPercent: line.taxRateMilliPercent,
    note: line.note,
    batch: line.batchId === null ? null : { id: line.batchId, number: line.batchNumber ?? '' },
    expired,
    grossMinor: amounts.grossMinor,
    ownDiscountMinor: amounts.ownDiscountMinor,
    lineTotalMinor: amounts.grossMinor - amounts.ownDiscountMinor,
  } satisfies TicketLine;
}

/** The sum of a line's own two discounts. */
export function ownDiscountMinor(
  amounts: Pick<LineAmounts, 'standingDiscountMinor' | 'lineDiscountMinor'>,
): number {
  return amounts.standingDiscountMinor + amounts.lineDiscountMinor;
}

function amountsAt({ lines }: CalculatedTicket, index: number) {
  const amounts = lines[index];
  if (!amounts) throw new Error(`The ticket has no amounts for line ${index}`);
  return { grossMinor: amounts.grossMinor, ownDiscountMinor: ownDiscountMinor(amounts) };
}

function shownTotals(calculated: CalculatedTicket): TicketTotals {
  const { lines, taxes, subtotalMinor, discountMinor, taxMinor, totalMinor } = calculated;
  return { lineCount: lines.length, subtotalMinor, discountMinor, taxMinor, totalMinor, taxes };
}

function shippingInput({ shippingMinor, shippingTaxRateMilliPercent }: Shipping): TicketLineInput {
  return {
    quantityMilli: MILLI_PER_UNIT,
    unitPriceMinor: shippingMinor,
    standingDiscountMilliPercent: 0,
    lineDiscount: null,
    taxRateMilliPercent: shippingTaxRateMilliPercent,
    undiscounted: true,
  };
}

/** Refuses a line or a total above the limit of a document, and a line discount larger than its line. */
function assertNotTooMuch(inputs: readonly TicketLineInput[]): void {
  let grossMinor = 0;
  for (const input of inputs) {
    grossMinor += input.fixedGrossMinor ?? (input.quantityMilli * input.unitPriceMinor) / MILLI_PER_UNIT;
    if (grossMinor > MAX_MINOR) throw tooLarge();
    // Above 2^53 the product is not exact, but it never comes out small.
    if (input.quantityMilli * input.unitPriceMinor > MAX_MINOR * MILLI_PER_UNIT) throw tooLarge();
    if (input.lineDiscount?.kind === 'amount' && lineDiscountExceeds(input)) {
      const { lineTotalMinor } = calculateLine({ ...input, lineDiscount: null });
      throw refuse('DISCOUNT_TOO_LARGE', { atMostMinor: lineTotalMinor });
    }
  }
}

function tooLarge() {
  return refuse('INPUT_INVALID', {
    issues: [{ field: 'quantityMilli', message: 'This comes to more than a ticket can carry' }],
  });
}
