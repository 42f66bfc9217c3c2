import type { Handle } from '../../database/database';

/** The failed tries to prove who one is, each under what it is counted for. */
export class TryLimitQueries {
  readonly #last;
  readonly #count;
  readonly #insert;
  readonly #clear;
  readonly #forget;

  constructor(handle: Handle) {
    this.#last = handle
      .prepare<[string, number], number | null>(
        'SELECT max(failed_at) FROM sign_in_failure WHERE subject = ? AND failed_at <= ?',
      )
      .pluck();
    this.#count = handle
      .prepare<[string, number, number], number>(
        'SELECT count(*) FROM sign_in_failure WHERE subject = ? AND failed_at > ? AND failed_at <= ?',
      )
      .pluck();
    this.#insert = handle.prepare<[string, number]>(
      'INSERT INTO sign_in_failure (subject, failed_at) VALUES (?, ?)',
    );
    this.#clear = handle.prepare<[string]>('DELETE FROM sign_in_failure WHERE subject = ?');
    this.#forget = handle.prepare<[number]>('DELETE FROM sign_in_failure WHERE failed_at < ?');
  }

  /** When the latest failure up to now was. */
  lastOf(subject: string, now: number): number | null {
    return this.#last.get(subject, now) ?? null;
  }

  countBetween(subject: string, after: number, upTo: number): number {
    return this.#count.get(subject, after, upTo) ?? 0;
  }

  insert(subject: string, now: number): void {
    this.#insert.run(subject, now);
  }

  clear(subject: string): void {
    this.#clear.run(subject);
  }

  forgetBefore(instant: number): void {
    this.#forget.run(instant);
  }
}
