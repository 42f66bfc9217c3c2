import { safeStorage } from 'electron';
import type { SecretBox } from '#main/platform/files/secret-box';

/**
 * Encrypts with the system's keychain; undefined if there is none, or only one that protects nothing (Electron then
 * encrypts with a password from its own source code). Each secret is encrypted together with its name, so that one
 * cannot be swapped for another.
 */
export function keychainBox(): SecretBox | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return undefined;
  return {
    keptBy: 'keychain',
    seal: (name, secret) => safeStorage.encryptString(JSON.stringify({ name, secret })),
    open(name, sealed) {
      const opened = JSON.parse(safeStorage.decryptString(sealed)) as { name: string; secret: string };
      if (opened.name !== name) throw new Error('This secret was sealed under another name');
      return opened.secret;
    },
  };
}
