import type { Database as Handle } from 'better-sqlite3';

declare const role: unique symbol;

/** The connection that writes, inside a running unit of work. Only the write queue passes it, to the work it runs. */
export type Tx = Handle & { readonly [role]: 'tx' };

/** A connection that only reads committed data. It is not for a unit of work, which would not see its own changes. */
export type Reader = Handle & { readonly [role]: 'reader' };

/** For reading statements that are needed both inside and outside units of work. */
export type Connection = Tx | Reader;

/** Any connection to a store's file, for checks from outside. */
export type AnyConnection = Pick<Handle, 'prepare' | 'pragma'>;

/** An object whose statements are prepared on the connection that writes; only accessible inside a unit of work. */
export class InUnit<T> {
  readonly #it: T;

  constructor(it: T) {
    this.#it = it;
  }

  /** @param _tx proves that the caller is part of a unit of work */
  in(_tx: Tx): T {
    return this.#it;
  }
}

/** An object whose statements are prepared on the connection that reads; only accessible outside units of work. */
export class OnReader<T> {
  readonly #it: T;

  constructor(it: T) {
    this.#it = it;
  }

  /** @param _reader proves that the caller is outside any unit of work */
  on(_reader: Reader): T {
    return this.#it;
  }
}
