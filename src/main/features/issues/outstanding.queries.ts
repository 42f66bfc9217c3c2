import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import { ListQuery } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND, searchValues } from '#main/platform/lists/search-sql';
import type { Connection, Reader } from '#main/platform/work/connections';
import type { Holder, HolderInput, OutstandingLine } from '#shared/contract/issues';
import { documentNumberIn } from '#shared/kernel/document-number';
import { folded } from '#shared/kernel/search-text';

interface OutstandingRow
  extends Omit<OutstandingLine, 'issuedBy' | 'holder' | 'location' | 'outMilli' | 'outCostMinor'> {
  issuedById: number;
  issuedByName: string;
  holderAccountId: number | null;
  holderName: string;
  locationId: number;
  locationName: string;
  closedAt: number | null;
  closedMilli: number;
  costMinor: number;
}

interface OutstandingFilter {
  productId?: number | undefined;
  holder?: HolderInput | undefined;
  search: string;
}

const HOLDERS = 50;

const HOLDER_NAME = `COALESCE((SELECT ${nameOf('h')} FROM account h WHERE h.id = i.holder_account_id), i.holder_name)`;

// Must be exactly the condition of the partial index goods_issue_line_out. SQLite turns a comparison round whose only
// column is on its right, so the column must be on the left in both.
const IS_OUT = 'g.cost_minor IS NOT NULL AND g.quantity_milli > g.returned_milli + g.used_up_milli';

const LINES = 'FROM goods_issue_line g';
// Named explicitly, because SQLite has no statistics to prefer the short index of outstanding lines.
const LINES_OUT = `${LINES} INDEXED BY goods_issue_line_out`;

const WITH_PRODUCTS = 'JOIN goods_issue i ON i.id = g.issue_id JOIN product p ON p.id = g.product_id';

const outstandingFrom = (
  lines: string,
) => `SELECT g.id AS issueLineId, i.id AS issueId, i.number, i.posted_at AS issuedAt,
  i.posted_by_id AS issuedById, ${nameOf('s')} AS issuedByName, i.holder_account_id AS holderAccountId,
  ${HOLDER_NAME} AS holderName, l.id AS locationId, l.name AS locationName, l.closed_at AS closedAt,
  p.id AS productId, p.name AS productName, p.sku, p.unit, g.batch_id AS batchId, b.number AS batchNumber,
  b.expires_on AS expiresOn, g.quantity_milli AS issuedMilli,
  g.returned_milli + g.used_up_milli AS closedMilli, g.cost_minor AS costMinor
  ${lines} ${WITH_PRODUCTS} JOIN account s ON s.id = i.posted_by_id JOIN location l ON l.id = i.location_id
  LEFT JOIN batch b ON b.id = g.batch_id`;

/** Outstanding goods as stored; the service decides who may see their cost. */
export function outstandingQueries(connection: Connection) {
  return {
    /** An issued line, with its outstanding quantity. */
    line: connection.prepare<[number], OutstandingRow>(`${outstandingFrom(LINES)} WHERE g.id = ?`),
  };
}

/** Outstanding goods by holder, longest outstanding first. */
export function outstandingList(reader: Reader): ListQuery<OutstandingFilter, OutstandingRow> {
  return new ListQuery(reader, {
    select: outstandingFrom(LINES_OUT),
    from: `${LINES_OUT} ${WITH_PRODUCTS}`,
    order: 'holderName COLLATE NOCASE, holderAccountId, i.posted_at, g.position, g.id',
    conditions: ({ productId, holder, search }) => [
      IS_OUT,
      productId !== undefined && 'g.product_id = @productId',
      holder && ('accountId' in holder ? 'i.holder_account_id = @accountId' : 'i.holder_name = @name'),
      search !== '' && `(i.number = @number OR ${mentions(HOLDER_NAME)} OR p.id IN (${PRODUCTS_FOUND}))`,
    ],
    values: ({ productId, holder, search }) => ({
      productId,
      ...holder,
      ...searchValues(search),
      number: documentNumberIn(search, 'issue'),
    }),
  });
}

/** Who goods can be issued to. */
export function holderQueries(reader: Reader) {
  return {
    /** Staff members and free names used before, by name. */
    holders(search: string): Holder[] {
      const words = folded(search);
      return reader
        .prepare<[{ words: string }], Holder>(
          `SELECT a.id AS accountId, ${nameOf('a')} AS name FROM account a
             WHERE a.role <> 'customer' AND a.active = 1 AND a.deleted_at IS NULL
               AND ${mentions(nameOf('a'))}
           UNION ALL
           SELECT NULL, min(holder_name) FROM goods_issue
             WHERE holder_name IS NOT NULL AND state <> 'discarded' AND ${mentions('holder_name')}
             GROUP BY holder_name
           ORDER BY 2 COLLATE NOCASE, 1 LIMIT ${HOLDERS}`,
        )
        .all({ words });
    },
  };
}

export type { OutstandingRow };
