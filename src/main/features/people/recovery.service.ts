import { createHash, randomInt } from 'node:crypto';
import type { Database } from '../../database/database';
import { RecoveryCodeQueries } from './recovery-code.queries';

/** Letters and digits that nobody mistakes for one another on paper: no I, L, O, 0, 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** Twenty of 31 signs are 99 bits: no one guesses that, so that a plain hash keeps it. */
const LENGTH = 20;
const GROUP = /.{4}(?=.)/g;

interface Needs {
  database: Database;
}

/** The printed code that lets an owner back in who forgot the password, offline. */
export class RecoveryService {
  readonly #codes: RecoveryCodeQueries;

  constructor(needs: Needs) {
    this.#codes = new RecoveryCodeQueries(needs.database.handle);
  }

  /**
   * Makes the store's recovery code in the running unit of work; one made before stops working.
   * @returns the code in groups of four, which is kept nowhere but on the owner's paper.
   */
  make(now: number): string {
    const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    this.#codes.replace(hashOf(code), now);
    return code.replace(GROUP, '$&-');
  }
}

/** Case, spaces and dashes are the writer's own. */
function hashOf(code: string): string {
  const signs = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(signs).digest('base64url');
}
