import { EventPublisher } from '@orpc/server';
import type { WriteQueue } from '#main/platform/work/write-queue';
import type { Topic } from '#shared/contract/events';

/** Notifies open windows which parts of what they show are stale, once the change is on disk. */
export class ChangeFeed {
  readonly #publisher = new EventPublisher<{ change: { topic: Topic } }>({ maxBufferedEvents: 1000 });
  readonly #writes: WriteQueue;

  constructor(writes: WriteQueue) {
    this.#writes = writes;
  }

  /** Publishes changes; inside a unit of work, once it is committed. */
  publish(...topics: Topic[]): void {
    this.#writes.afterCommit(() => {
      for (const topic of topics) this.#publisher.publish('change', { topic });
    });
  }

  /** Yields all changes from now on, until the signal aborts. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<{ topic: Topic }> {
    return this.#publisher.subscribe('change', { signal });
  }

  /** Calls a listener for each change in this process; returns a function that stops it. */
  listen(listener: (topic: Topic) => void): () => void {
    return this.#publisher.subscribe('change', ({ topic }) => listener(topic));
  }
}
