import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import {
  COUNTED_TO,
  type ListPage,
  type PageOf,
  StatementCache,
  totalOf,
} from '#main/platform/lists/list-query';
import type { Connection } from '#main/platform/work/connections';
import type { OrderRow, OrderState } from '#shared/contract/sales-documents';
import { DOCUMENT_NUMBER_DIGITS } from '#shared/kernel/document-number';
import { folded } from '#shared/kernel/search-text';
import type { Instants } from '#shared/kernel/time';
import { STATE_OF } from './order-steps';

/** Which orders to list; instants in UTC epoch milliseconds. */
interface OrderFilter extends Instants {
  states: readonly OrderState[];
  channelId: number | undefined;
  search: string;
}

type Params = Record<string, string | number>;

/** Unfulfilled orders have an index of their own; fulfilled ones are the majority and use the index of all orders. */
const STATES: Record<OrderState, string> = {
  placed: `life = 'placed' AND life <> 'fulfilled' AND paid_at IS NULL`,
  paid: `life = 'placed' AND life <> 'fulfilled' AND paid_at IS NOT NULL`,
  fulfilled: `life = 'fulfilled'`,
  cancelled: `life = 'cancelled' AND life <> 'fulfilled'`,
};

const ROW = `SELECT o.id, o.number, ${STATE_OF} AS state, c.name AS channelName, o.customer_name AS customerName,
    (SELECT COUNT(*) FROM sales_order_line l WHERE l.order_id = o.id) AS lineCount, o.total_minor AS totalMinor,
    o.paid_minor AS paidMinor, o.ordered_at AS orderedAt, ${nameOf('a')} AS byName,
    o.version
  FROM sales_order o JOIN sales_channel c ON c.id = o.channel_id JOIN account a ON a.id = o.account_id`;

/** Finds orders by number and by customer. Few orders have a customer name, so scanning those is quick. */
const FOUND = `SELECT id FROM sales_order WHERE number >= @number AND number < @numberEnd
  UNION SELECT id FROM sales_order WHERE number IN (SELECT code || '-' || @digits FROM till)
  UNION SELECT id FROM sales_order INDEXED BY sales_order_customer_name
    WHERE customer_name <> '' AND ${mentions('customer_name')}`;

/** Lists orders. A statement is prepared once for each combination of filters. */
export class OrderList {
  readonly #statements: StatementCache;
  readonly #row;

  constructor(connection: Connection) {
    this.#statements = new StatementCache(connection);
    this.#row = connection.prepare<[number], OrderRow>(`${ROW} WHERE o.id = ? AND o.number IS NOT NULL`);
  }

  /** The row of one order; undefined for an open ticket or an unknown id. */
  row(id: number): OrderRow | undefined {
    return this.#row.get(id);
  }

  /** The newest first, with the total exact up to 1,000. */
  page(filter: OrderFilter, { offset, limit }: PageOf): ListPage<OrderRow> {
    const { sql, params } = matching(filter);
    const rows = this.#statements
      .get<OrderRow>(
        `${ROW} WHERE o.id IN (SELECT id FROM (${sql}) ORDER BY ordered_at DESC, id DESC LIMIT @limit OFFSET @offset)
       ORDER BY o.ordered_at DESC, o.id DESC`,
      )
      .all({ ...params, reach: offset + limit, limit, offset });
    const counted = this.#statements.get<{ total: number }>(`SELECT COUNT(*) AS total FROM (${sql})`).get({
      ...params,
      reach: COUNTED_TO + 1,
    });
    return { rows, ...totalOf(counted?.total ?? 0) };
  }
}

/**
 * The newest orders that match, at most @reach of each state. Each state is read from its index in order; a query over
 * several states would have to sort them all. Fulfilled orders are the majority and are read from the index of all
 * orders.
 */
function matching(filter: OrderFilter): { sql: string; params: Params } {
  const params: Params = {};
  const conditions = ['ordered_at IS NOT NULL'];
  if (filter.channelId !== undefined) {
    conditions.push('channel_id = @channelId');
    params.channelId = filter.channelId;
  }
  if (filter.fromTime !== undefined) {
    conditions.push('ordered_at >= @fromTime');
    params.fromTime = filter.fromTime;
  }
  if (filter.until !== undefined) {
    conditions.push('ordered_at < @until');
    params.until = filter.until;
  }
  if (filter.search !== '') {
    conditions.push(`id IN (${FOUND})`);
    Object.assign(params, searchParams(filter.search));
  }
  const states = [...new Set(filter.states)];
  const parts = states.map((state) => newest([STATES[state], ...conditions]));
  return { sql: (parts.length > 0 ? parts : [newest(conditions)]).join(' UNION ALL '), params };
}

function newest(conditions: readonly string[]): string {
  return `SELECT * FROM (SELECT id, ordered_at FROM sales_order WHERE ${conditions.join(' AND ')}
    ORDER BY ordered_at DESC, id DESC LIMIT @reach)`;
}

/** A number can be searched by its start or by its digits alone. */
function searchParams(search: string): Params {
  const number = search.toUpperCase();
  return {
    number,
    numberEnd: `${number}\uffff`,
    digits: search.padStart(DOCUMENT_NUMBER_DIGITS, '0'),
    words: folded(search),
  };
}
