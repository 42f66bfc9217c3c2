import type { Tx } from '#main/platform/work/connections';

/** A line to post, with its current quantity on hand. */
export interface PostedLine {
  lineId: number;
  productId: number;
  productName: string;
  unit: string;
  batchId: number | null;
  differenceMilli: number;
  onHandMilli: number;
  note: string;
}

const LINE = `t.id AS lineId, t.product_id AS productId, p.name AS productName, p.unit, t.batch_id AS batchId,
  COALESCE(e.on_hand_milli, 0) AS onHandMilli, t.note`;
const FROM = `FROM stocktake s JOIN stocktake_line t ON t.stocktake_id = s.id
  JOIN product p ON p.id = t.product_id
  LEFT JOIN stock_entry e ON e.product_id = t.product_id AND e.location_id = s.location_id
    AND COALESCE(e.batch_id, 0) = COALESCE(t.batch_id, 0)`;

/** The queries and statements for posting. */
export function stocktakePostQueries(tx: Tx) {
  return {
    different: tx.prepare<[number], PostedLine>(
      `SELECT ${LINE}, t.difference_milli AS differenceMilli ${FROM}
       WHERE s.id = ? AND t.difference_milli <> 0 ORDER BY t.id`,
    ),
    /** Uncounted lines, as if their quantity were zero. */
    uncounted: tx.prepare<[number], PostedLine>(
      `SELECT ${LINE}, -e.on_hand_milli AS differenceMilli ${FROM}
       WHERE s.id = ? AND t.counted_milli IS NULL AND e.on_hand_milli <> 0 ORDER BY t.id`,
    ),
    keepResult: tx.prepare<[number, number, number]>(
      'UPDATE stocktake_line SET difference_milli = ?, posted_value_minor = ? WHERE id = ?',
    ),
  };
}
