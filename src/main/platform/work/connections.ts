import type { Database as Handle } from 'better-sqlite3';

declare const role: unique symbol;

/** The connection that writes, as the running unit of work has it. The write queue alone gives it, to the work it runs. */
export type Tx = Handle & { readonly [role]: 'tx' };

/** A connection that only reads what is on disk. There is none inside a unit of work, which would not see its own changes. */
export type Reader = Handle & { readonly [role]: 'reader' };

/** For statements that read and are needed both inside a unit of work and outside. */
export type Connection = Tx | Reader;

/** Any connection to a store's file, for checks that look at it from outside. */
export type AnyConnection = Pick<Handle, 'prepare' | 'pragma'>;

/** Something whose statements are prepared on the connection that writes: reached inside a unit of work alone. */
export class InUnit<T> {
  readonly #it: T;

  constructor(it: T) {
    this.#it = it;
  }

  /** @param _tx shows that the caller is part of a unit of work */
  in(_tx: Tx): T {
    return this.#it;
  }
}

/** Something whose statements are prepared on the connection that reads: reached outside units of work alone. */
export class OnReader<T> {
  readonly #it: T;

  constructor(it: T) {
    this.#it = it;
  }

  /** @param _reader shows that the caller is outside any unit of work */
  on(_reader: Reader): T {
    return this.#it;
  }
}
