import { randomBytes } from 'node:crypto';
import { hash, hashRaw, type Options, verify } from '@node-rs/argon2';
import type { StoreKey } from '../../store-key';

/** Argon2id (the library's default) at the cost OWASP asks for at least: 19 MiB, two passes, one thread. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SALT_BYTES = 16;
const SECRET_BYTES = 32;

/**
 * Hashes passwords and PINs. Each takes some hundredths of a second off the main thread, so that none is
 * made inside a unit of work.
 */
export class SecretHasher {
  readonly #pinOptions: Options;
  #nobodysHash: Promise<string> | undefined;

  constructor(key: StoreKey) {
    this.#pinOptions = {
      ...COST,
      salt: key.derive('PIN salt', SALT_BYTES),
      secret: key.derive('PIN secret', SECRET_BYTES),
    };
  }

  /** A password's hash with a salt of its own; the same text composed otherwise hashes the same. */
  hashPassword(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  /**
   * Whether a password is the one behind a hash. Without a hash (nobody of that name) it is not, and
   * takes as long to say so.
   */
  async isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
    this.#nobodysHash ??= hash(randomBytes(SECRET_BYTES), COST);
    const right = await verify(passwordHash ?? (await this.#nobodysHash), password.normalize('NFKC'));
    return right && passwordHash !== undefined;
  }

  /**
   * A PIN's hash. The same PIN always hashes the same in a store, so that a PIN finds its account and no
   * two accounts share one; ten thousand PINs are soon tried, but not without the store's key.
   */
  async hashPin(pin: string): Promise<string> {
    return (await hashRaw(pin, this.#pinOptions)).toString('base64url');
  }
}
