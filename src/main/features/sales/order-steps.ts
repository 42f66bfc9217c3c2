import { refuse } from '#shared/contract/refusals';
import type { OrderRecord } from './order.queries';

/** The life of an order after it was placed: which step leads from which states to which. */
const STEPS = {
  pay: { from: ['placed'], to: 'paid' },
  fulfil: { from: ['paid'], to: 'fulfilled' },
  cancel: { from: ['placed', 'paid'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly string[]; to: string }>;

type OrderStep = keyof typeof STEPS;

/**
 * The state that a step leads to.
 * @throws ORDER_STEP when the order's state does not allow it.
 */
export function stateAfter(step: OrderStep, { number, state }: Pick<OrderRecord, 'number' | 'state'>) {
  const { from, to } = STEPS[step];
  if (!from.some((one) => one === state)) throw refuse('ORDER_STEP', { number, state });
  return to;
}
