import type { Ctx } from '#main/platform/ctx';
import type { DocumentHead, DocumentLine } from '#shared/contract/documents';
import type { DocumentReads, ShelfRow } from './document.queries';
import type { DocumentLineRow, DocumentRow, KindOfDocument } from './document-kind';
import { availableOn, checkedGoods } from './goods-check';

/** Documents of one kind as the contract returns them. */
export class DocumentView<
  Row extends DocumentRow,
  LineRow extends DocumentLineRow,
  Head extends DocumentHead,
  Line extends DocumentLine,
> {
  readonly #reads: DocumentReads<Row, LineRow>;
  readonly #kind: KindOfDocument<Row, LineRow, Head, Line>;

  constructor(reads: DocumentReads<Row, LineRow>, kind: KindOfDocument<Row, LineRow, Head, Line>) {
    this.#reads = reads;
    this.#kind = kind;
  }

  /** A document without its lines. */
  head(row: Row): Head {
    const { id, state, number, note, lineCount, createdAt, postedAt, version } = row;
    const common: DocumentHead = {
      id,
      state,
      number,
      note,
      lineCount,
      createdAt,
      createdBy: { id: row.createdById, name: row.createdByName },
      postedAt,
      postedBy: row.postedById === null ? null : { id: row.postedById, name: row.postedByName ?? '' },
      version,
    };
    return { ...common, ...this.#kind.headOf(row) } as Head;
  }

  /**
   * A complete document: a draft with the available stock of each line, a posted one with what moved.
   * @param keepExpiredBefore see {@link checkedGoods}
   */
  whole(ctx: Ctx, row: Row, keepExpiredBefore: string | null): Head & { lines: Line[] } {
    const { id, locationId, state } = row;
    const shelves = state === 'draft' ? this.#reads.shelves.all({ id, locationId }) : [];
    const lines = this.#reads.lines.all(id);
    return { ...this.head(row), lines: this.#lines(ctx, row, lines, { shelves, keepExpiredBefore }) };
  }

  /** The current lines of one product on a draft. */
  linesOfProduct(ctx: Ctx, row: Row, productId: number, keepExpiredBefore: string | null): Line[] {
    const { id, locationId } = row;
    const shelves = this.#reads.shelvesOfProduct.all({ productId, locationId });
    const lines = this.#reads.linesOfProduct.all(id, productId);
    return this.#lines(ctx, row, lines, { shelves, keepExpiredBefore });
  }

  #lines(
    ctx: Ctx,
    { state }: Row,
    lines: readonly LineRow[],
    { shelves, keepExpiredBefore }: { shelves: readonly ShelfRow[]; keepExpiredBefore: string | null },
  ): Line[] {
    const isDraft = state === 'draft';
    const checked = isDraft ? checkedGoods(lines, shelves, keepExpiredBefore) : undefined;
    const shelvesOf = Map.groupBy(shelves, ({ productId }) => productId);
    return lines.map((row) => {
      const { availableMilli = 0, shortMilli = 0 } = checked?.get(row.id) ?? {};
      const common: DocumentLine = {
        id: row.id,
        productId: row.productId,
        productName: row.productName,
        sku: row.sku,
        barcode: row.barcode,
        unit: row.unit,
        anyBatch: isDraft && row.anyBatch === 1,
        batchId: row.batchId,
        batchNumber: row.batchNumber,
        expiresOn: row.expiresOn,
        quantityMilli: row.quantityMilli,
        availableMilli,
        shortMilli,
        shelves: (shelvesOf.get(row.productId) ?? []).map((shelf) => ({
          batchId: shelf.batchId,
          batchNumber: shelf.batchNumber,
          expiresOn: shelf.expiresOn,
          availableMilli: availableOn(shelf),
        })),
        version: row.version,
      };
      return { ...common, ...this.#kind.lineOf(ctx, row) } as Line;
    });
  }
}
