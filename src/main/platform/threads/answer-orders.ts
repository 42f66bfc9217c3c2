import { parentPort } from 'node:worker_threads';
import { failureOf } from './thread-failure';
import type { WorkAnswer, WorkOrder } from './work';

/** Does what a thread is asked to do. Its outcome is data. */
type Work = (order: WorkOrder, progress: (done: number) => void) => unknown;

/** Answers the orders of a `WorkThread` in its thread. The next order comes once the last one is answered. */
export function answerOrders(work: Work): void {
  parentPort?.on('message', (order: WorkOrder) => void answer(order, work));
}

async function answer(order: WorkOrder, work: Work): Promise<void> {
  try {
    const outcome = await work(order, (progress) => post({ progress }));
    post({ outcome }, handedOver(outcome));
  } catch (error) {
    post({ failed: failureOf(error) });
  }
}

function post(answered: WorkAnswer, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answered, transferred);
}

/** The memory of a file, which is not copied. Bytes that are part of a larger memory are. */
function handedOver(outcome: unknown): ArrayBuffer[] {
  if (!(outcome instanceof Uint8Array && outcome.buffer instanceof ArrayBuffer)) return [];
  return outcome.byteLength === outcome.buffer.byteLength ? [outcome.buffer] : [];
}
