import type { Tx } from '#main/platform/work/connections';
import type { Alert } from '#shared/contract/alerts';

/** An alert at the time it was raised. */
export type RaisedAlert = Omit<Alert, 'resolvedAt' | 'isUnread'>;

/** Called with alerts as they are raised, inside the unit of work that raises them. */
type Watcher = (tx: Tx, raised: readonly RaisedAlert[]) => void;

/** Notifies its watchers of alerts as they are raised. */
export class AlertWatch {
  readonly #watchers: Watcher[] = [];

  /**
   * Adds a watcher. What it writes is committed together with the alerts. Side effects outside the database must wait
   * for `afterCommit`.
   */
  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }

  tell(tx: Tx, raised: readonly RaisedAlert[]): void {
    for (const watcher of this.#watchers) watcher(tx, raised);
  }
}
