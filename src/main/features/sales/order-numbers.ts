import type { OrderNumbers } from '#main/features/scanning/index';
import type { Connection } from '#main/platform/work/connections';
import { numberOfText } from './receipt-document';

/** Finds orders by the number on their receipt; works on either connection. */
export function orderNumbersOn(connection: Connection): OrderNumbers {
  const byNumber = connection.prepare<[string], { orderId: number; number: string }>(
    'SELECT id AS orderId, number FROM sales_order WHERE number = ?',
  );
  return { byNumber: (text) => byNumber.get(numberOfText(text)) };
}
