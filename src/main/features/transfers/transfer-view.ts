import type { Transfer, TransferHead, TransferLine } from '#shared/contract/transfers';
import type { ShelfRow, TransferLineRow, TransferReads, TransferRow } from './transfer.queries';
import { weighed } from './transfer-weighing';

/** A transfer without its lines, as the contract returns it. */
export function headOf(row: TransferRow): TransferHead {
  const { id, state, number, note, lineCount, createdAt, sentAt, version } = row;
  return {
    id,
    state,
    number,
    from: { id: row.fromId, name: row.fromName },
    to: { id: row.toId, name: row.toName },
    note,
    lineCount,
    createdAt,
    createdBy: { id: row.createdById, name: row.createdByName },
    sentAt,
    sentBy: row.sentById === null ? null : { id: row.sentById, name: row.sentByName ?? '' },
    version,
  };
}

/** A complete transfer: a draft with the available stock of each line, a sent one with what moved. */
export function wholeOf(reads: TransferReads, row: TransferRow): Transfer {
  const shelves =
    row.state === 'draft' ? reads.shelves.all({ transferId: row.id, locationId: row.fromId }) : [];
  return { ...headOf(row), lines: linesOf(row, reads.lines.all(row.id), shelves) };
}

/** The current lines of one product on a draft. */
export function linesOfProduct(reads: TransferReads, row: TransferRow, productId: number): TransferLine[] {
  const lines = reads.linesOfProduct.all(row.id, productId);
  return linesOf(row, lines, reads.shelvesOfProduct.all({ productId, locationId: row.fromId }));
}

function linesOf(row: TransferRow, lines: readonly TransferLineRow[], shelves: readonly ShelfRow[]) {
  const isDraft = row.state === 'draft';
  const weights = weighed(lines, shelves);
  const shelvesOf = Map.groupBy(shelves, ({ productId }) => productId);
  return lines.map(({ transferId: _, position: __, anyBatch, ...line }): TransferLine => {
    const there = isDraft ? weights.get(line.id) : undefined;
    return {
      ...line,
      anyBatch: isDraft && anyBatch === 1,
      thereMilli: there?.thereMilli ?? 0,
      shortMilli: there?.shortMilli ?? 0,
      shelves: (shelvesOf.get(line.productId) ?? []).map(({ productId: ___, ...shelf }) => shelf),
    };
  });
}
