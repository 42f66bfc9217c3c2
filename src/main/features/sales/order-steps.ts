import { refuse } from '#shared/contract/refusals';
import type { OrderState } from '#shared/contract/sales-documents';
import type { OrderRecord } from './order.queries';

type Standing = Pick<OrderRecord, 'life' | 'paidAt'>;

/** The steps an order can take in each state after it was placed. */
const STEPS = {
  pay: (state: OrderState) => state === 'placed',
  fulfil: (state: OrderState) => state === 'paid',
  cancel: (state: OrderState) => state === 'placed' || state === 'paid',
};

/** The state of an order as shown to people: its life, and for a placed order whether it is paid. */
export function stateOf({ life, paidAt }: Standing): OrderState {
  if (life === 'open' || life === 'voided') throw new Error('A ticket is no order');
  return life === 'placed' && paidAt !== null ? 'paid' : life;
}

/** The same in SQL, of the order `o`. */
export const STATE_OF = `CASE WHEN o.life = 'placed' AND o.paid_at IS NOT NULL THEN 'paid' ELSE o.life END`;

/** @throws ORDER_STEP when the order's state does not allow a step. */
export function assertStep(step: keyof typeof STEPS, order: Standing & Pick<OrderRecord, 'number'>): void {
  const state = stateOf(order);
  if (!STEPS[step](state)) throw refuse('ORDER_STEP', { number: order.number, state });
}
