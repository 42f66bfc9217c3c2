import { EventPublisher } from '@orpc/server';
import type { WriteQueue } from '#main/platform/work/write-queue';
import type { Change, Topic } from '#shared/contract/events';

/** The screen of one person at one till. */
export interface Screen {
  tillId: number;
  accountId: number;
}

/** A change, with the windows that it concerns. */
export interface AddressedChange extends Change {
  /** The only screen that shows the changed record; all windows are notified if omitted. */
  screen?: Screen;
  /** The window that made the change and knows its result; null if it did not say which it is. */
  windowId?: string | null;
}

/** Notifies open windows which parts of what they show are stale, once the change is on disk. */
export class ChangeFeed {
  readonly #publisher = new EventPublisher<{ change: AddressedChange }>({ maxBufferedEvents: 1000 });
  readonly #writes: WriteQueue;

  constructor(writes: WriteQueue) {
    this.#writes = writes;
  }

  /** Publishes changes; inside a unit of work, once it is committed. */
  publish(...changes: (Topic | AddressedChange)[]): void {
    this.#writes.afterCommit(() => {
      for (const change of changes) {
        this.#publisher.publish('change', typeof change === 'string' ? { topic: change } : change);
      }
    });
  }

  /** Yields all changes from now on, until the signal aborts. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<AddressedChange> {
    return this.#publisher.subscribe('change', { signal });
  }

  /** Calls a listener for each change in this process; returns a function that stops it. */
  listen(listener: (topic: Topic) => void): () => void {
    return this.#publisher.subscribe('change', ({ topic }) => listener(topic));
  }
}

/** Whether a change concerns the window with this id on this screen: it shows the record and did not change it itself. */
export function concerns({ screen, windowId }: AddressedChange, here: Screen, ownId: string | null): boolean {
  if (screen && (screen.tillId !== here.tillId || screen.accountId !== here.accountId)) return false;
  return ownId === null || windowId !== ownId;
}
