import { EventPublisher } from '@orpc/server';
import type { WriteQueue } from '#main/platform/work/write-queue';
import type { Change, Topic } from '#shared/contract/events';

/** The screen of one person at one till. */
interface Screen {
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

/** A unit of work with more changed records of a topic than this notifies of the topic alone. */
const MOST_RECORDS = 20;

/** Notifies open windows which parts of what they show are stale, once the change is on disk. */
export class ChangeFeed {
  readonly #publisher = new EventPublisher<{ change: AddressedChange }>({ maxBufferedEvents: 1000 });
  readonly #writes: WriteQueue;
  /** The changes of the running unit of work; null if it has none yet. */
  #gathered: AddressedChange[] | null = null;

  constructor(writes: WriteQueue) {
    this.#writes = writes;
  }

  /** Publishes changes; inside a unit of work, once it is committed, and each only once. */
  publish(...changes: (Topic | AddressedChange)[]): void {
    const given = changes.map((change) => (typeof change === 'string' ? { topic: change } : change));
    if (!this.#writes.isInUnit) this.#tell(given);
    else if (this.#gathered) this.#gathered.push(...given);
    else this.#gather(given);
  }

  /** Starts gathering the changes of the running unit of work. */
  #gather(first: AddressedChange[]): void {
    const gathered = [...first];
    this.#gathered = gathered;
    this.#writes.afterRollback(() => {
      this.#gathered = null;
    });
    this.#writes.afterCommit(() => {
      this.#gathered = null;
      this.#tell(withoutRepeats(gathered));
    });
  }

  #tell(changes: readonly AddressedChange[]): void {
    for (const change of changes) this.#publisher.publish('change', change);
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

/** Each change once. A change of a topic as a whole includes those of its records, except for a screen's own. */
function withoutRepeats(changes: readonly AddressedChange[]): AddressedChange[] {
  const counts = new Map<Topic, number>();
  for (const { topic, record, screen } of changes) {
    if (screen) continue;
    counts.set(topic, record ? (counts.get(topic) ?? 0) + 1 : Number.POSITIVE_INFINITY);
  }
  const isWhole = (topic: Topic) => (counts.get(topic) ?? 0) > MOST_RECORDS;
  const once = new Map<string, AddressedChange>();
  for (const change of changes) {
    const told = !change.screen && isWhole(change.topic) ? { topic: change.topic } : change;
    once.set(JSON.stringify(told), told);
  }
  return [...once.values()];
}

/** Whether a change concerns the window with this id on this screen: it shows the record and did not change it itself. */
export function concerns({ screen, windowId }: AddressedChange, here: Screen, ownId: string | null): boolean {
  if (screen && (screen.tillId !== here.tillId || screen.accountId !== here.accountId)) return false;
  return ownId === null || windowId !== ownId;
}
