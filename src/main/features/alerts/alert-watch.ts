import type { Tx } from '#main/platform/work/connections';
import type { Alert } from '#shared/contract/alerts';

/** An alert at the moment it was raised. */
export type RaisedAlert = Omit<Alert, 'resolvedAt' | 'isUnread'>;

/** Is called with alerts as they are raised, inside the unit of work that raises them. */
type Watcher = (tx: Tx, raised: readonly RaisedAlert[]) => void;

/** Tells its watchers of alerts as they are raised. */
export class AlertWatch {
  readonly #watchers: Watcher[] = [];

  /**
   * Adds a watcher: what it writes is on disk with the alerts, or not at all. What is to happen outside of the
   * database waits for `afterCommit`.
   */
  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }

  tell(tx: Tx, raised: readonly RaisedAlert[]): void {
    for (const watcher of this.#watchers) watcher(tx, raised);
  }
}
