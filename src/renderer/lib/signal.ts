/** Tells listeners that something outside of React changed: what `useSyncExternalStore` subscribes to. */
export class Signal {
  readonly #listeners = new Set<() => void>();

  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Calls a listener at each change; answers with how to stop it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
