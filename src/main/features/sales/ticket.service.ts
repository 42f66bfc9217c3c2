import {
  assertFits,
  type ProductService,
  type SellableProduct,
  usualQuantity,
} from '#main/features/catalogue/index';
import { type CodeResolver, neededAmountOf, type ScannedProduct } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import { type StockLedger, shelfRules } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { LineChange, Ticket } from '#shared/contract/sales-documents';
import { isWholeEnough, type UnitOfMeasure } from '#shared/kernel/quantity';
import { dayOf } from '#shared/kernel/time';
import { type ExpiredGoods, type ExpiredLines, expiredGoods, wantedOf } from './expired-lines';
import {
  calculateOpen,
  changeOfLine,
  changeOnScreen,
  discountOf,
  type OpenTicket,
  shownTicket,
} from './open-ticket';
import type { TicketLineRow } from './ticket.queries';
import type { TicketAmounts } from './ticket-amounts';
import type { TicketStore } from './ticket-store';

interface Needs {
  tickets: TicketStore;
  amounts: TicketAmounts;
  /** Finds expired stock; sees the changes of the running unit of work. */
  expired: ExpiredLines;
  products: ProductService;
  codes: CodeResolver;
  ledger: StockLedger;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** The ticket on screen: lines are scanned onto it, changed and voided. */
export class TicketService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Adds the product that a code identifies to the ticket on screen, starting one when there is none. A batch
   * that the code names is chosen, if the store knows it.
   * @throws what {@link CodeResolver.product}, {@link neededAmountOf} and {@link add} refuse; EXPIRED_IN_CODE.
   */
  scan(ctx: Ctx, { quantityMilli, ...code }: ParsedInputs['sales']['scan']): LineChange {
    const scanned = this.#needs.codes.product(ctx, code);
    const { product, batch } = scanned;
    assertActive(product);
    const expired = this.#expiredInCode(ctx, scanned);
    const isKnown = batch !== null && batch.id !== null;
    const added = {
      product,
      batchId: isKnown ? batch.id : null,
      batchNumber: isKnown ? batch.number : null,
      ...neededAmountOf(scanned, quantityMilli),
    };
    const change = this.#put(ctx, added);
    return expired ? { ...change, line: change.line && { ...change.line, expired } } : change;
  }

  /**
   * Adds a quantity of a product (thousandths) to the ticket on screen: to a matching line, else as a new line. The
   * quantity defaults to one for products that are counted rather than measured.
   * @throws NOT_FOUND, PRODUCT_NOT_SOLD, QUANTITY_NEEDED, QUANTITY_TOO_FINE, QUANTITY_TOO_LARGE,
   * INSUFFICIENT_STOCK, EXPIRED_STOCK; APPROVAL_NEEDED for more under a discount than was approved.
   */
  add(ctx: Ctx, { productId, quantityMilli }: ParsedInputs['sales']['addLine']): LineChange {
    const product = this.#needs.products.byIdForSale(productId);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    assertActive(product);
    const wantedMilli = quantityMilli ?? usualQuantity(product);
    const amount = { quantityMilli: wantedMilli, fixedGrossMinor: null };
    return this.#put(ctx, { product, ...amount, batchId: null, batchNumber: null });
  }

  /**
   * Changes a line's quantity (thousandths), note or batch. A quantity set by hand overrides a scale label's price,
   * unless the product has no price of its own. The store log records a reduced quantity.
   * @throws TICKET_CLOSED, PRODUCT_NOT_SOLD, QUANTITY_TOO_FINE, INSUFFICIENT_STOCK, EXPIRED_STOCK,
   * DISCOUNT_TOO_LARGE, NOT_FOUND for a batch that is not the product's; APPROVAL_NEEDED for more at a price or
   * discount than was approved.
   */
  change(
    ctx: Ctx,
    { lineId, quantityMilli, note, batchId }: ParsedInputs['sales']['changeLine'],
  ): LineChange {
    const { tickets, amounts } = this.#needs;
    const { ticket, line } = tickets.withLine(ctx, lineId);
    const changed = { ...line, note: note ?? line.note };
    if (batchId !== undefined) Object.assign(changed, this.#batchOf(line, batchId));
    if (quantityMilli !== undefined && quantityMilli !== line.quantityMilli) {
      assertFineEnough(line, quantityMilli);
      Object.assign(changed, { quantityMilli, fixedGrossMinor: fixedGrossAfter(line) });
    }
    const isMore = changed.quantityMilli > line.quantityMilli;
    if (isMore) this.#assertSold(line.productId);
    else this.#auditLess(ctx, ticket, line, changed.quantityMilli);
    if (isMore || changed.batchId !== line.batchId) {
      const after = ticket.lines.map((one) => (one.id === lineId ? changed : one));
      this.#assertInStock(ctx, ticket, after, changed);
    }
    amounts.saveLine(ctx, ticket, changed);
    return this.#answer(ctx, ticket, lineId);
  }

  /**
   * Removes a line from the ticket; the store log keeps its contents.
   * @throws TICKET_CLOSED; DISCOUNT_TOO_LARGE when the ticket's discount exceeds what would be left.
   */
  voidLine(ctx: Ctx, { lineId }: ParsedInputs['sales']['voidLine']): LineChange {
    const { tickets, amounts, audit } = this.#needs;
    const { ticket, line } = tickets.withLine(ctx, lineId);
    audit.record(ctx, {
      entity: 'ticket',
      entityId: ticket.row.id,
      label: line.name,
      before: keptOfLine(line),
    });
    amounts.removeLine(ctx, ticket, lineId);
    return this.#answer(ctx, ticket, lineId);
  }

  /** @throws TICKET_CLOSED, NOT_FOUND. */
  note(ctx: Ctx, { ticketId, note }: ParsedInputs['sales']['noteTicket']): Ticket {
    const { tickets, expired, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, ticketId);
    tickets.save(ticket, { note });
    changes.publish(changeOnScreen(ctx, ticket));
    const goods = expired.ofTicket(ticket, ctx.now);
    return shownTicket(ticket, ctx.account, this.#cashStep, goods);
  }

  /**
   * Voids the ticket on screen; the store log keeps its contents.
   * @throws TICKET_CLOSED, NOT_FOUND.
   */
  voidTicket(ctx: Ctx, { ticketId }: ParsedInputs['sales']['voidTicket']): void {
    const { tickets, audit, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, ticketId);
    const { totalMinor } = calculateOpen(ticket);
    audit.record(ctx, {
      entity: 'ticket',
      entityId: ticketId,
      label: '',
      before: {
        lines: ticket.lines.map(keptOfLine),
        discount: discountOf(ticket.row),
        totalMinor,
      },
    });
    tickets.save(ticket, { life: 'voided' });
    changes.publish(changeOnScreen(ctx, ticket));
  }

  get #cashStep(): number {
    return this.#needs.settings.current.cashStepMinor;
  }

  #put(ctx: Ctx, { product, quantityMilli, fixedGrossMinor, batchId, batchNumber }: Added): LineChange {
    const { tickets, amounts, settings } = this.#needs;
    assertFineEnough(product, quantityMilli);
    const ticket = tickets.onScreen(ctx) ?? tickets.start(ctx, settings.current);
    const alike = fixedGrossMinor === null && ticket.lines.find((line) => isAlike(line, product, batchId));
    if (alike) {
      const more = { ...alike, quantityMilli: alike.quantityMilli + quantityMilli };
      assertFits(product, more.quantityMilli);
      const after = ticket.lines.map((line) => (line === alike ? more : line));
      const expired = this.#assertInStock(ctx, ticket, after, more);
      amounts.saveLine(ctx, ticket, more);
      return this.#answer(ctx, ticket, alike.id, expired);
    }
    const line = {
      productId: product.id,
      categoryId: product.categoryId,
      name: product.name,
      sku: product.sku,
      unit: product.unit,
      quantityMilli,
      listPriceMinor: product.priceMinor,
      unitPriceMinor: product.priceMinor,
      priceApprovedMinor: null,
      priceApprovedById: null,
      fixedGrossMinor,
      standingDiscountMilliPercent: product.discountMilliPercent,
      taxRateMilliPercent: product.taxRateMilliPercent,
      note: '',
      batchId,
      batchNumber,
      discountKind: null,
      discountValue: null,
      discountApprovedMinor: null,
      discountApprovedById: null,
    };
    const expired = this.#assertInStock(ctx, ticket, [...ticket.lines, line], line);
    const added = amounts.addLine(ctx, ticket, line);
    return this.#answer(ctx, ticket, added.id, expired);
  }

  /**
   * Includes the quantities already on this ticket. If the location has no expired stock of the product and no line has
   * a chosen batch, comparing the total with what is available is enough.
   * @returns the expired batch that the line would take from
   */
  #assertInStock(ctx: Ctx, ticket: OpenTicket, lines: readonly OnTicket[], line: OnTicket): ExpiredGoods {
    const { tickets, ledger, settings } = this.#needs;
    const { productId } = line;
    const place = { productId, locationId: tickets.sellingLocation(ticket) };
    const rules = shelfRules(settings.current, ctx.now);
    const today = dayOf(ctx.now, settings.current.timeZone);
    const alike = lines.filter((one) => one.productId === productId);
    const { availableMilli, firstExpiry } = ledger.shelves.level(place);
    const isPlain =
      alike.every(({ batchId }) => batchId === null) && !(firstExpiry !== null && firstExpiry < today);
    const requestedMilli = alike.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
    if (isPlain && (rules.allowNegative || requestedMilli <= availableMilli)) return null;
    const plans = ledger.planToTake(place, alike.map(wantedOf), rules);
    return expiredGoods(plans[alike.indexOf(line)], today);
  }

  /**
   * A batch that the store knows is checked with its stock; of any other only the code says when it expires.
   * @returns what to warn of, where the store does not refuse it
   */
  #expiredInCode(ctx: Ctx, { product, batch, expiresOn }: ScannedProduct): ExpiredGoods {
    const settings = this.#needs.settings.current;
    const isKnown = batch !== null && batch.id !== null;
    if (isKnown || expiresOn === null || expiresOn >= dayOf(ctx.now, settings.timeZone)) return null;
    if (settings.expiredStock === 'refuse') {
      throw refuse('EXPIRED_IN_CODE', { productName: product.name, expiresOn });
    }
    return batch && { batchNumber: batch.number, expiresOn };
  }

  #assertSold(productId: number): void {
    const product = this.#needs.products.byIdForSale(productId);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    assertActive(product);
  }

  #auditLess(ctx: Ctx, { row }: OpenTicket, line: TicketLineRow, quantityMilli: number): void {
    if (quantityMilli === line.quantityMilli) return;
    this.#needs.audit.record(ctx, {
      entity: 'ticket',
      entityId: row.id,
      label: line.name,
      before: { quantityMilli: line.quantityMilli },
      after: { quantityMilli },
    });
  }

  #batchOf({ productId }: TicketLineRow, batchId: number | null) {
    if (batchId === null) return { batchId: null, batchNumber: null };
    const batchNumber = this.#needs.ledger.shelves.batchNumber(productId, batchId);
    if (batchNumber === undefined) throw refuse('NOT_FOUND', { what: 'batch' });
    return { batchId, batchNumber };
  }

  #answer(ctx: Ctx, ticket: OpenTicket, lineId: number, known?: ExpiredGoods): LineChange {
    const { expired, changes } = this.#needs;
    changes.publish(changeOnScreen(ctx, ticket));
    const goods = known === undefined ? expired.ofLine(ticket, lineId, ctx.now) : known;
    return changeOfLine(ticket, lineId, this.#cashStep, goods);
  }
}

/** What a scan or a choice by hand adds to a ticket. */
interface Added {
  product: SellableProduct;
  quantityMilli: number;
  fixedGrossMinor: number | null;
  batchId: number | null;
  batchNumber: string | null;
}

/** What decides whether a line's goods are there. */
type OnTicket = Pick<TicketLineRow, 'productId' | 'quantityMilli' | 'batchId'>;

/** Whether one more of a product is added to a line: its batch is the same, and nobody set a price, discount or note. */
function isAlike(line: TicketLineRow, product: SellableProduct, batchId: number | null): boolean {
  return (
    line.productId === product.id &&
    line.fixedGrossMinor === null &&
    line.discountKind === null &&
    line.note === '' &&
    line.batchId === batchId &&
    line.unitPriceMinor === product.priceMinor &&
    line.listPriceMinor === product.priceMinor &&
    line.standingDiscountMilliPercent === product.discountMilliPercent &&
    line.taxRateMilliPercent === product.taxRateMilliPercent
  );
}

/** The fixed price after a quantity was set by hand: a product without a list price keeps it, or it would be free. */
function fixedGrossAfter({ listPriceMinor, fixedGrossMinor }: TicketLineRow): number | null {
  return listPriceMinor === 0 ? fixedGrossMinor : null;
}

function assertActive({ name, status }: SellableProduct): void {
  if (status !== 'active') throw refuse('PRODUCT_NOT_SOLD', { productName: name, status });
}

function assertFineEnough(
  { name, unit }: { name: string; unit: UnitOfMeasure },
  quantityMilli: number,
): void {
  if (!isWholeEnough(quantityMilli, unit)) throw refuse('QUANTITY_TOO_FINE', { productName: name, unit });
}

/** The fields of a line that the store log keeps. */
function keptOfLine(line: TicketLineRow) {
  const { productId, name, quantityMilli, unitPriceMinor, fixedGrossMinor } = line;
  return { productId, name, quantityMilli, unitPriceMinor, fixedGrossMinor, discount: discountOf(line) };
}
