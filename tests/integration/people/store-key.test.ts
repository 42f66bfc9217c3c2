import { readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SecretHasher } from '#main/features/people/secret-hasher';
import { StoreKey } from '#main/platform/files/store-key';
import { temporaryFolder } from '../../support/temporary-folder';

describe("a store's key", () => {
  let folder: string;
  const file = () => path.join(folder, 'store.key');

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('consists of 32 random bytes, created once, that only the owner can read', () => {
    const first = StoreKey.open(folder).derive('anything', 32);
    expect(readFileSync(file())).toHaveLength(32);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(StoreKey.open(folder).derive('anything', 32)).toEqual(first);
  });

  test('derives a separate key for each purpose', () => {
    const key = StoreKey.open(folder);
    expect(key.derive('one', 32)).not.toEqual(key.derive('another', 32));
    expect(key.derive('one', 32)).not.toEqual(readFileSync(file()));
  });

  test('is refused when it is damaged, and left unchanged', () => {
    StoreKey.open(folder);
    truncateSync(file(), 7);
    expect(() => StoreKey.open(folder)).toThrowError(expect.objectContaining({ problem: 'DAMAGED' }));
    expect(readFileSync(file())).toHaveLength(7);
  });

  test('is needed to check a PIN, so the database alone is not enough', async () => {
    const hasher = new SecretHasher(StoreKey.open(folder));
    const pinHash = await hasher.hashPin('7294');
    expect(pinHash).not.toBe(await hasher.hashPin('7294'));
    expect(await new SecretHasher(StoreKey.open(folder)).isPin(pinHash, '7294')).toBe(true);
    expect(await new SecretHasher(StoreKey.open(folder)).isPin(pinHash, '7295')).toBe(false);
    rmSync(file());
    expect(await new SecretHasher(StoreKey.open(folder)).isPin(pinHash, '7294')).toBe(false);
  });
});
