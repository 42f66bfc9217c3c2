import type { Reader } from '#main/platform/work/connections';
import type { Registration } from '#shared/contract/people';
import { RegistrationReads } from './registration.queries';

/** Requests for accounts, for the people who decide them. */
export class RegistrationListService {
  readonly #registrations: RegistrationReads;

  constructor(reader: Reader) {
    this.#registrations = new RegistrationReads(reader);
  }

  /** The undecided requests, oldest first. */
  list(): Registration[] {
    return this.#registrations.open().map(({ passwordHash, decidedAt, ...row }) => ({
      ...row,
      email: row.email ?? '',
    }));
  }
}
