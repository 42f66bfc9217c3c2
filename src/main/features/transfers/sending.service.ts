import { assertWhole, type ProductService } from '#main/features/catalogue/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { TransferHead } from '#shared/contract/transfers';
import type { TransferLineRow, TransferRow } from './transfer.queries';
import type { TransferDrafts } from './transfer-drafts';
import { headOf } from './transfer-view';
import { inOrderOfTaking, weighed } from './transfer-weighing';

type Calls = ParsedInputs['transfers'];

interface Needs {
  drafts: TransferDrafts;
  products: ProductService;
  ledger: StockLedger;
  numbers: NumberService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Sends transfers: all lines move and the transfer gets its number, or nothing happens. */
export class SendingService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Sends a draft at the given version.
   * @throws TRANSFER_CLOSED, CHANGED_MEANWHILE, TRANSFER_EMPTY; TRANSFER_SHORT with every line that exceeds the stock,
   * LOCATION_CLOSED, QUANTITY_TOO_FINE.
   */
  send(ctx: Ctx, { id, version }: Calls['send']): TransferHead {
    const row = this.#needs.drafts.draftAt(id, version);
    if (row.lineCount === 0) throw refuse('TRANSFER_EMPTY', {});
    return this.#move(ctx, row);
  }

  /** Creates a transfer and sends it. @throws NOT_FOUND, TRANSFER_SAME_LOCATION and what {@link send} refuses. */
  sendNow(ctx: Ctx, { fromLocationId, toLocationId, note, lines }: Calls['sendNow']): TransferHead {
    const { drafts, products } = this.#needs;
    drafts.assertLeads(fromLocationId, toLocationId);
    const { lastInsertRowid } = drafts.writes.start.run({
      fromId: fromLocationId,
      toId: toLocationId,
      note,
      createdAt: ctx.now,
      accountId: ctx.account.id,
    });
    const transferId = Number(lastInsertRowid);
    for (const { productId, quantityMilli, batchId } of lines) {
      if (!products.byIdForSale(productId)) throw refuse('NOT_FOUND', { what: 'product' });
      const choice = drafts.choiceOf(productId, batchId);
      drafts.writes.addLine.run({ transferId, productId, quantityMilli, ...choice });
    }
    return this.#move(ctx, drafts.row(transferId));
  }

  #move(ctx: Ctx, row: TransferRow): TransferHead {
    const { drafts, numbers, audit, changes } = this.#needs;
    const { id, fromId, toId } = row;
    drafts.assertLeads(fromId, toId);
    const lines = drafts.reads.lines.all(id);
    for (const { productName, unit, quantityMilli } of lines) assertWhole(productName, unit, quantityMilli);
    this.#assertInStock(row, lines);
    for (const line of inOrderOfTaking(lines)) this.#moveLine(ctx, row, line);
    drafts.writes.send.run({
      id,
      number: numbers.next('transfer'),
      sentAt: ctx.now,
      accountId: ctx.account.id,
    });
    const sent = headOf(drafts.row(id));
    audit.record(ctx, {
      entity: 'transfer',
      entityId: id,
      label: sent.number ?? '',
      after: { from: row.fromName, to: row.toName, note: row.note, lines: lines.length },
    });
    changes.publish('stock');
    return sent;
  }

  /** Reports all short lines at once, so that nobody has to find them by sending repeatedly. */
  #assertInStock({ id, fromId, fromName }: TransferRow, lines: readonly TransferLineRow[]): void {
    const shelves = this.#needs.drafts.reads.shelves.all({ transferId: id, locationId: fromId });
    const weights = weighed(lines, shelves);
    const short = lines.flatMap(
      ({ id: lineId, productId, productName, unit, batchNumber, quantityMilli }) => {
        const shortMilli = weights.get(lineId)?.shortMilli ?? 0;
        if (shortMilli === 0) return [];
        const availableMilli = quantityMilli - shortMilli;
        return [{ productId, productName, unit, batchNumber, requestedMilli: quantityMilli, availableMilli }];
      },
    );
    if (short.length > 0) throw refuse('TRANSFER_SHORT', { locationName: fromName, lines: short });
  }

  /** Moves one line; the document then records the quantity of each batch. */
  #moveLine(ctx: Ctx, { id, fromId, toId }: TransferRow, line: TransferLineRow): void {
    const { drafts, ledger } = this.#needs;
    const { productId, quantityMilli } = line;
    const batchId = line.anyBatch === 1 ? undefined : line.batchId;
    const goods = { productId, locationId: fromId, toLocationId: toId, quantityMilli, batchId };
    const [first, ...others] = ledger.transfer({ ctx, transferId: id, ...goods });
    if (line.anyBatch === 0 || !first) return;
    if (first.batchId !== null || others.length > 0) {
      drafts.writes.setLine.run({ id: line.id, anyBatch: 0, ...first });
    }
    for (const other of others) drafts.writes.splitLine.run({ lineId: line.id, ...other });
  }
}
