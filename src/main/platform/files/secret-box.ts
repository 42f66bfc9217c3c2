import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { StoreKey } from './store-key';

/** Encrypts values that must not be readable in the database file; only the same machine can decrypt them. */
export interface SecretBox {
  /** What holds the key: the system's keychain, or a file that only its owner can read. */
  readonly keptBy: 'keychain' | 'key file';
  seal(name: string, secret: string): Buffer;
  /** @throws an error when it was sealed on another machine or under another name, or was changed. */
  open(name: string, sealed: Buffer): string;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts with the store's key file, for systems without a keychain: AES-256-GCM (NIST SP 800-38D) with a new nonce
 * each time, bound to the secret's name so that one secret cannot be swapped for another.
 */
export function keyFileBox(storeKey: StoreKey): SecretBox {
  const key = storeKey.derive('secrets', KEY_BYTES);
  return {
    keptBy: 'key file',
    seal(name, secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(name, sealed) {
      const tagAt = NONCE_BYTES;
      const textAt = tagAt + TAG_BYTES;
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, tagAt), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(tagAt, textAt));
      return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]).toString('utf8');
    },
  };
}
