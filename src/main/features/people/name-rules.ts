import { refuse } from '#shared/contract/refusals';
import { looksLike } from '#shared/kernel/look-alike';
import type { AccountEntity } from './account.entity';
import type { AccountReads } from './account.queries';
import { nameOf } from './account-view';

/** The fields that distinguish an account from others. */
export interface Wanted {
  username: string;
  email: string | null;
  firstName: string;
  lastName: string;
}

/**
 * Refuses a username or email of another account, deleted or not, and a username or name that can be mistaken for
 * theirs; for names, only people who work here count. Values that the account already has are not checked again.
 * @param own the account before the change; null for a new one
 * @throws USERNAME_TAKEN, EMAIL_TAKEN, PERSON_NAME_TAKEN
 */
export function assertFree(accounts: AccountReads, wanted: Wanted, own: AccountEntity | null): void {
  const byEmail = wanted.email === null ? undefined : accounts.byEmail(wanted.email);
  const others = accounts.names().filter(({ id }) => id !== own?.id);
  if (
    wanted.username !== own?.username &&
    others.some(({ username }) => looksLike(username, wanted.username))
  ) {
    throw refuse('USERNAME_TAKEN', { username: wanted.username });
  }
  if (wanted.email !== null && byEmail && byEmail.id !== own?.id) {
    throw refuse('EMAIL_TAKEN', { email: wanted.email });
  }
  const name = nameOf(wanted);
  if (own && nameOf(own) === name) return;
  if (others.some((other) => other.worksHere && looksLike(other.name, name))) {
    throw refuse('PERSON_NAME_TAKEN', { name });
  }
}
