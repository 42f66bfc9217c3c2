import type { ContractClient, Inputs } from '#shared/contract/index';
import { refuses } from './sales';
import { giveSecrets } from './secrets';
import type { TestShop } from './test-store';

/** An approval as it is sent with a call. */
export type Approval = Inputs['sales']['scan']['approval'];

const PIN = '135790';

/** Lets the manager approve on the spot; returns the approval to send. */
export async function letManagerApprove(shop: TestShop): Promise<Approval> {
  await giveSecrets(shop, 'manager', { pin: PIN });
  return { accountId: shop.accountIdOf('manager'), pin: PIN };
}

/** Expects a call to be refused without an approval, with the amounts to show, and to change nothing. */
export function needsApproval(
  shop: TestShop,
  call: () => Promise<unknown>,
  reduction: { beforeMinor: number; afterMinor: number },
): Promise<void> {
  return refuses(shop, call, 'APPROVAL_NEEDED', {
    rolesThatMay: ['admin', 'manager'],
    permissions: ['discountAndOverride'],
    reduction,
  });
}

/** Moves the ticket on one screen to another. */
export async function handOver(from: ContractClient['sales'], to: ContractClient['sales']): Promise<void> {
  const ticketId = (await from.currentTicket())?.id ?? 0;
  await from.parkTicket({ ticketId, name: 'Handed over' });
  await to.recallTicket({ ticketId });
}

/** The stored approved amounts of the open ticket and its first line, with the approvers. */
export function approvedOnFile(shop: TestShop): unknown {
  return shop.store.database.handle
    .prepare(
      `SELECT l.price_approved_minor AS price, l.price_approved_by_id AS priceBy,
         d.approved_minor AS line, d.approved_by_id AS lineBy, t.approved_minor AS ticket, t.approved_by_id AS ticketBy
       FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
         LEFT JOIN order_adjustment d ON d.line_id = l.id AND d.kind = 'line'
         LEFT JOIN order_adjustment t ON t.order_id = o.id AND t.kind = 'ticket'
       WHERE o.life = 'open' ORDER BY l.id LIMIT 1`,
    )
    .get();
}
