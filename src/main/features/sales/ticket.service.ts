import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { LineChange, Ticket } from '#shared/contract/sales-documents';
import { isWholeEnough, type UnitOfMeasure } from '#shared/kernel/quantity';
import type { ChangeFeed } from '../../change-feed';
import type { Ctx } from '../../ctx';
import type { Database } from '../../database/database';
import type { AuditService } from '../audit/audit.service';
import type { ProductService, SellableProduct } from '../catalogue/product.service';
import { itemOfScan, type ScannedItem } from '../catalogue/scanned-item.service';
import type { StockLedger } from '../stock/stock-ledger';
import type { SettingsService } from '../stores/settings.service';
import { changeOfLine, discountOf, type OpenTicket, shownTicket } from './open-ticket';
import { prepareTicketReads, type TicketLineRow } from './ticket.queries';
import type { TicketStore } from './ticket-store';

interface Needs {
  database: Database;
  tickets: TicketStore;
  products: ProductService;
  ledger: StockLedger;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The ticket on the screen: what is scanned onto it, changed on it and taken off it. */
export class TicketService {
  readonly #needs: Needs;
  readonly #reads;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#reads = prepareTicketReads(needs.database.reader);
  }

  /** The ticket on this person's screen at this till, as it is on disk; null when there is none. */
  current(ctx: Ctx): Ticket | null {
    const row = this.#reads.onScreen.get(ctx.tillId, ctx.account.id);
    if (!row) return null;
    return shownTicket({ row, lines: this.#reads.lines.all(row.id) }, ctx.account, this.#cashStep);
  }

  /**
   * Puts what a scanned code stands for on the ticket on screen, beginning one when there is none.
   * @throws UNKNOWN_BARCODE, BARCODE_CHECK_DIGIT, and what {@link add} refuses.
   */
  scan(ctx: Ctx, scan: ParsedInputs['sales']['scan']): LineChange {
    const { products, settings } = this.#needs;
    return this.#put(ctx, itemOfScan(scan, products, settings.current));
  }

  /**
   * Puts so many thousandths of a product on the ticket on screen: onto a line that is alike, else onto a new one.
   * @throws NOT_FOUND, PRODUCT_NOT_SOLD, QUANTITY_TOO_FINE, INSUFFICIENT_STOCK.
   */
  add(ctx: Ctx, { productId, quantityMilli }: ParsedInputs['sales']['addLine']): LineChange {
    const product = this.#needs.products.byIdForSale(productId);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    return this.#put(ctx, { product, quantityMilli, fixedGrossMinor: null });
  }

  /**
   * Changes a line's quantity (thousandths) or note. Who sets a quantity means it: a scale label's price
   * counts no more. The audit keeps what was taken away.
   * @throws TICKET_CLOSED, PRODUCT_NOT_SOLD, QUANTITY_TOO_FINE, INSUFFICIENT_STOCK, DISCOUNT_TOO_LARGE.
   */
  change(ctx: Ctx, { lineId, quantityMilli, note }: ParsedInputs['sales']['changeLine']): LineChange {
    const { tickets, products, audit } = this.#needs;
    const { ticket, line } = tickets.withLine(ctx, lineId);
    const changed = { ...line, note: note ?? line.note };
    if (quantityMilli !== undefined && quantityMilli !== line.quantityMilli) {
      refuseTooFine(line, quantityMilli);
      if (quantityMilli > line.quantityMilli) {
        const product = products.byIdForSale(line.productId);
        if (!product) throw refuse('NOT_FOUND', { what: 'product' });
        refuseNotActive(product);
        this.#refuseUnavailable(product, ticket, quantityMilli - line.quantityMilli);
      } else {
        const entry = { entity: 'ticket', entityId: ticket.row.id, label: line.name };
        const { quantityMilli: before } = line;
        audit.record(ctx, { ...entry, before: { quantityMilli: before }, after: { quantityMilli } });
      }
      Object.assign(changed, { quantityMilli, fixedGrossMinor: null });
    }
    tickets.saveLine(ticket, changed);
    return this.#answer(ticket, lineId);
  }

  /**
   * Takes a line off the ticket; the audit keeps what it was.
   * @throws TICKET_CLOSED; DISCOUNT_TOO_LARGE when the ticket's discount is more than what would be left.
   */
  voidLine(ctx: Ctx, { lineId }: ParsedInputs['sales']['voidLine']): LineChange {
    const { tickets, audit } = this.#needs;
    const { ticket, line } = tickets.withLine(ctx, lineId);
    audit.record(ctx, {
      entity: 'ticket',
      entityId: ticket.row.id,
      label: line.name,
      before: keptOfLine(line),
    });
    tickets.removeLine(ticket, lineId);
    if (ticket.lines.length === 0 && ticket.row.discountKind !== null) tickets.save(ticket, NO_DISCOUNT);
    return this.#answer(ticket, lineId);
  }

  /** @throws TICKET_CLOSED, NOT_FOUND. */
  note(ctx: Ctx, { ticketId, note }: ParsedInputs['sales']['noteTicket']): Ticket {
    const { tickets, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, ticketId);
    tickets.save(ticket, { note });
    changes.publish('tickets');
    return shownTicket(ticket, ctx.account, this.#cashStep);
  }

  /**
   * Gives the ticket on screen up; the audit keeps what stood on it.
   * @throws TICKET_CLOSED, NOT_FOUND.
   */
  voidTicket(ctx: Ctx, { ticketId }: ParsedInputs['sales']['voidTicket']): void {
    const { tickets, audit, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, ticketId);
    const { totals } = shownTicket(ticket, ctx.account, this.#cashStep);
    audit.record(ctx, {
      entity: 'ticket',
      entityId: ticketId,
      label: '',
      before: {
        lines: ticket.lines.map(keptOfLine),
        discount: discountOf(ticket.row),
        totalMinor: totals.totalMinor,
      },
    });
    tickets.save(ticket, { state: 'voided' });
    changes.publish('tickets');
  }

  get #cashStep(): number {
    return this.#needs.settings.current.cashStepMinor;
  }

  #put(ctx: Ctx, { product, quantityMilli, fixedGrossMinor }: ScannedItem): LineChange {
    const { tickets, settings } = this.#needs;
    refuseNotActive(product);
    refuseTooFine(product, quantityMilli);
    const ticket = tickets.onScreen(ctx) ?? tickets.begin(ctx, settings.current);
    this.#refuseUnavailable(product, ticket, quantityMilli);
    const alike = fixedGrossMinor === null && ticket.lines.find((line) => isAlike(line, product));
    if (alike) {
      tickets.saveLine(ticket, { ...alike, quantityMilli: alike.quantityMilli + quantityMilli });
      return this.#answer(ticket, alike.id);
    }
    const added = tickets.addLine(ticket, {
      productId: product.id,
      categoryId: product.categoryId,
      name: product.name,
      sku: product.sku,
      unit: product.unit,
      quantityMilli,
      listPriceMinor: product.priceMinor,
      unitPriceMinor: product.priceMinor,
      priceApprovedById: null,
      fixedGrossMinor,
      standingDiscountBp: product.discountBp,
      taxRateBp: product.taxRateBp,
      note: '',
      ...NO_DISCOUNT,
    });
    return this.#answer(ticket, added.id);
  }

  /** What is already on this ticket is spoken for as well. */
  #refuseUnavailable(product: SellableProduct, ticket: OpenTicket, moreMilli: number): void {
    const { tickets, ledger, settings } = this.#needs;
    if (settings.current.allowNegativeStock) return;
    const place = tickets.sellingPlace();
    const availableMilli = ledger.availableMilli(product.id, place.id);
    const requestedMilli = ticket.lines
      .filter((line) => line.productId === product.id)
      .reduce((sum, line) => sum + line.quantityMilli, moreMilli);
    if (requestedMilli <= availableMilli) return;
    throw refuse('INSUFFICIENT_STOCK', {
      productId: product.id,
      productName: product.name,
      unit: product.unit,
      requestedMilli,
      availableMilli: Math.max(availableMilli, 0),
      locationName: place.name,
    });
  }

  #answer(ticket: OpenTicket, lineId: number): LineChange {
    this.#needs.changes.publish('tickets');
    return changeOfLine(ticket, lineId, this.#cashStep);
  }
}

const NO_DISCOUNT = { discountKind: null, discountValue: null, discountApprovedById: null } as const;

/** Whether one more of a product goes onto a line: nothing about it was made special by hand. */
function isAlike(line: TicketLineRow, product: SellableProduct): boolean {
  return (
    line.productId === product.id &&
    line.fixedGrossMinor === null &&
    line.discountKind === null &&
    line.note === '' &&
    line.unitPriceMinor === product.priceMinor &&
    line.listPriceMinor === product.priceMinor &&
    line.standingDiscountBp === product.discountBp &&
    line.taxRateBp === product.taxRateBp
  );
}

function refuseNotActive({ name, status }: SellableProduct): void {
  if (status !== 'active') throw refuse('PRODUCT_NOT_SOLD', { productName: name, status });
}

function refuseTooFine({ name, unit }: { name: string; unit: UnitOfMeasure }, quantityMilli: number): void {
  if (!isWholeEnough(quantityMilli, unit)) throw refuse('QUANTITY_TOO_FINE', { productName: name, unit });
}

/** What the audit keeps of a line. */
function keptOfLine(line: TicketLineRow) {
  const { productId, name, quantityMilli, unitPriceMinor, fixedGrossMinor } = line;
  return { productId, name, quantityMilli, unitPriceMinor, fixedGrossMinor, discount: discountOf(line) };
}
