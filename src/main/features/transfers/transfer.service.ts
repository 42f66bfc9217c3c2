import { assertFits, assertWhole, type ProductService, usualQuantity } from '#main/features/catalogue/index';
import { type CodeResolver, neededAmountOf } from '#main/features/scanning/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { TransferHead, TransferLineChange } from '#shared/contract/transfers';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import type { TransferLineRow, TransferRow } from './transfer.queries';
import type { TransferDrafts } from './transfer-drafts';
import { headOf, linesOfProduct } from './transfer-view';

type Calls = ParsedInputs['transfers'];

interface Needs {
  drafts: TransferDrafts;
  products: ProductService;
  codes: CodeResolver;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Draft transfers: start, scan, edit, discard. Nothing here moves stock. */
export class TransferService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @throws TRANSFER_SAME_LOCATION, LOCATION_CLOSED, NOT_FOUND */
  start(ctx: Ctx, { fromLocationId, toLocationId }: Calls['start']): TransferHead {
    const { drafts } = this.#needs;
    drafts.assertLeads(fromLocationId, toLocationId);
    const { lastInsertRowid } = drafts.writes.start.run({
      fromId: fromLocationId,
      toId: toLocationId,
      note: '',
      createdAt: ctx.now,
      accountId: ctx.account.id,
    });
    return this.#kept(ctx, Number(lastInsertRowid), null);
  }

  /**
   * Changes the locations or the note. @throws TRANSFER_CLOSED, CHANGED_MEANWHILE, TRANSFER_SAME_LOCATION, LOCATION_CLOSED
   */
  change(ctx: Ctx, { id, version, fromLocationId, toLocationId, note }: Calls['change']): TransferHead {
    const { drafts } = this.#needs;
    const before = drafts.draftAt(id, version);
    const fromId = fromLocationId ?? before.fromId;
    const toId = toLocationId ?? before.toId;
    if (fromId !== before.fromId || toId !== before.toId) drafts.assertLeads(fromId, toId);
    this.#keep(ctx, { ...before, fromId, toId, note: note ?? before.note });
    return this.#kept(ctx, id, before);
  }

  /**
   * Adds the product of a code to a draft; the same code again increases the quantity.
   * @throws TRANSFER_CLOSED, QUANTITY_NEEDED, and what {@link CodeResolver.product} refuses
   */
  scan(ctx: Ctx, { transferId, quantityMilli, ...code }: Calls['scan']): TransferLineChange {
    const { drafts, codes } = this.#needs;
    const row = drafts.draft(transferId);
    const scanned = codes.product(ctx, code);
    const { product, batch } = scanned;
    const batchId = batch?.id ?? undefined;
    const lines = drafts.reads.linesOfProduct.all(row.id, product.id);
    // A code that names no batch goes to the line with an open batch, else to the last line with a chosen one.
    const line =
      batchId === undefined
        ? (lines.find(({ anyBatch }) => anyBatch === 1) ?? lines.at(-1))
        : lines.find((one) => one.batchId === batchId);
    return this.#put(ctx, row, product, {
      line,
      quantityMilli: quantityMilli ?? neededAmountOf(scanned).quantityMilli,
      ...drafts.choiceOf(product.id, batchId),
    });
  }

  /**
   * Adds a product to a draft by hand.
   * @throws TRANSFER_CLOSED, QUANTITY_NEEDED, QUANTITY_TOO_FINE, QUANTITY_TOO_LARGE, NOT_FOUND
   */
  addLine(
    ctx: Ctx,
    { transferId, productId, quantityMilli, ...chosen }: Calls['addLine'],
  ): TransferLineChange {
    const { drafts, products } = this.#needs;
    const row = drafts.draft(transferId);
    const product = products.byIdForSale(productId);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    const choice = drafts.choiceOf(productId, chosen.batchId);
    const line = drafts.reads.linesOfProduct
      .all(row.id, productId)
      .find(({ anyBatch, batchId }) => anyBatch === choice.anyBatch && batchId === choice.batchId);
    const wantedMilli = quantityMilli ?? usualQuantity(product);
    return this.#put(ctx, row, product, { line, quantityMilli: wantedMilli, ...choice });
  }

  /** Sets the quantity and batch of a line. @throws TRANSFER_CLOSED, CHANGED_MEANWHILE, QUANTITY_TOO_FINE, NOT_FOUND */
  setLine(ctx: Ctx, { lineId, version, quantityMilli, batchId }: Calls['setLine']): TransferLineChange {
    const { drafts } = this.#needs;
    const { line, row } = drafts.lineAt(lineId, version);
    assertWhole(line.productName, line.unit, quantityMilli);
    drafts.writes.setLine.run({ id: lineId, quantityMilli, ...drafts.choiceOf(line.productId, batchId) });
    return this.#answer(ctx, row, line.productId, lineId);
  }

  /** @throws TRANSFER_CLOSED, CHANGED_MEANWHILE, NOT_FOUND */
  removeLine(ctx: Ctx, { lineId, version }: Calls['removeLine']): TransferLineChange {
    const { drafts } = this.#needs;
    const { line, row } = drafts.lineAt(lineId, version);
    drafts.writes.removeLine.run(lineId);
    return this.#answer(ctx, row, line.productId, null);
  }

  /** Discards a draft; it can be restored. @throws TRANSFER_CLOSED, NOT_FOUND */
  discard(ctx: Ctx, id: number): TransferHead {
    const before = this.#needs.drafts.draft(id);
    this.#keep(ctx, { ...before, state: 'discarded' });
    return this.#kept(ctx, id, before);
  }

  /** Restores a discarded draft. @throws TRANSFER_CLOSED when it was sent, NOT_FOUND */
  restore(ctx: Ctx, id: number): TransferHead {
    const before = this.#needs.drafts.row(id);
    if (before.state === 'sent') throw refuse('TRANSFER_CLOSED', { number: before.number });
    this.#keep(ctx, { ...before, state: 'draft' });
    return this.#kept(ctx, id, before);
  }

  #put(
    ctx: Ctx,
    row: TransferRow,
    product: { id: number; name: string; unit: UnitOfMeasure },
    put: Pick<TransferLineRow, 'quantityMilli' | 'anyBatch' | 'batchId'> & {
      line: TransferLineRow | undefined;
    },
  ): TransferLineChange {
    const { writes } = this.#needs.drafts;
    const { line, ...added } = put;
    assertWhole(product.name, product.unit, added.quantityMilli);
    if (line) {
      const { id, anyBatch, batchId } = line;
      const quantityMilli = line.quantityMilli + added.quantityMilli;
      assertFits(product, quantityMilli);
      writes.setLine.run({ id, anyBatch, batchId, quantityMilli });
      return this.#answer(ctx, row, product.id, id);
    }
    const { lastInsertRowid } = writes.addLine.run({ transferId: row.id, productId: product.id, ...added });
    return this.#answer(ctx, row, product.id, Number(lastInsertRowid));
  }

  #answer(ctx: Ctx, { id }: TransferRow, productId: number, lineId: number | null): TransferLineChange {
    const { drafts, changes } = this.#needs;
    drafts.writes.touch.run(ctx.account.id, id);
    const row = drafts.row(id);
    changes.publish({ topic: 'transfers', record: { entity: 'transfer-lines', id, version: row.version } });
    return { head: headOf(row), productId, lines: linesOfProduct(drafts.reads, row, productId), lineId };
  }

  #keep(ctx: Ctx, { id, fromId, toId, note, state }: TransferRow): void {
    this.#needs.drafts.writes.change.run({ id, fromId, toId, note, state, accountId: ctx.account.id });
  }

  /** Records a change in the store log, notifies the windows and returns the current transfer. */
  #kept(ctx: Ctx, id: number, before: TransferRow | null): TransferHead {
    const { drafts, audit } = this.#needs;
    const after = drafts.row(id);
    audit.record(ctx, {
      entity: 'transfer',
      entityId: id,
      label: `${after.fromName} → ${after.toName}`,
      before: before && auditedOf(before),
      after: auditedOf(after),
    });
    return headOf(after);
  }
}

function auditedOf({ fromName, toName, note, state }: TransferRow) {
  return { from: fromName, to: toName, note, state };
}
