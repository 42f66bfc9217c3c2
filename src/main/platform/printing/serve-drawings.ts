import { answerOrders } from '#main/platform/threads/answer-orders';
import type { Drawings } from './drawing';

/** Does the work of a drawing thread: runs these drawings one after another. */
export function serveDrawings(drawings: Drawings): void {
  answerOrders(({ name, input }) => {
    const draw = drawings[name];
    if (!draw) throw new Error(`There is no drawing ${name}`);
    return draw(input as never);
  });
}
