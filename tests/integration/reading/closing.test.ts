import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { walBytes } from '../../support/storage';
import { openTestShop } from '../../support/test-store';

test('a store whose threads have read is closed properly, so that it is not checked at the next start', async () => {
  const shop = await openTestShop();
  await shop.as('manager').overview.figures();
  await shop.as('manager').audit.check();
  expect(walBytes(shop.folder)).toBeGreaterThan(0);
  await shop.store.close();
  expect(walBytes(shop.folder)).toBe(0);
  rmSync(shop.folder, { recursive: true });
});
