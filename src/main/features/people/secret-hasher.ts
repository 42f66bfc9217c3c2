import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';
import type { StoreKey } from '#main/platform/files/store-key';

/** Argon2id (the library's default) at the minimum cost that OWASP recommends: 19 MiB, two passes, one thread. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SECRET_BYTES = 32;

/**
 * Hashes passwords and PINs, each with its own salt, so that equal secrets have different hashes. A PIN's hash also
 * needs the store's key; without it, all PINs could be tried quickly. Each hash takes some hundredths of a second off
 * the main thread, so none is computed inside a unit of work.
 */
export class SecretHasher {
  readonly #pinOptions: Options;
  #hashOfNobody: Promise<string> | undefined;

  constructor(key: StoreKey) {
    this.#pinOptions = { ...COST, secret: key.derive('PIN secret', SECRET_BYTES) };
  }

  /** The hash of a password; it is the same for every Unicode form of the same text (NFKC). */
  hashPassword(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  hashPin(pin: string): Promise<string> {
    return hash(pin, this.#pinOptions);
  }

  /** Whether a password matches a hash. Without a hash (no such person) it never does, and it takes the same time. */
  isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
    return this.#isBehind(passwordHash, password.normalize('NFKC'), COST);
  }

  /** Whether a PIN matches a hash; takes the same time without a hash. */
  isPin(pinHash: string | null, pin: string): Promise<boolean> {
    return this.#isBehind(pinHash ?? undefined, pin, this.#pinOptions);
  }

  async #isBehind(known: string | undefined, secret: string, options: Options): Promise<boolean> {
    this.#hashOfNobody ??= hash(randomBytes(SECRET_BYTES), COST);
    const isRight = await verify(known ?? (await this.#hashOfNobody), secret, options);
    return isRight && known !== undefined;
  }
}
