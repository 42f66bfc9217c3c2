import type { Role } from '#shared/contract/common';
import { readerOf } from './connections';
import type { TestShop } from './test-store';

/** A password that is long enough. */
export const PASSWORD = 'correct horse battery';

/** Gives the account of a role a working password and PIN, and keeps its session. */
export async function giveSecrets(
  shop: TestShop,
  role: Role,
  { password = PASSWORD, pin = null }: { password?: string; pin?: string | null } = {},
): Promise<void> {
  const secrets = await shop.store.services.newSecrets
    .on(readerOf(shop.store))
    .hashSecrets({ username: role, password, pin, role });
  shop.store.database.handle
    .prepare('UPDATE account SET password_hash = ?, pin_hash = ?, pin_digits = ? WHERE id = ?')
    .run(secrets.passwordHash, secrets.pinHash, secrets.pinDigits, shop.accountIdOf(role));
}
