import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobWork } from '#main/platform/jobs/job.service';
import { startJob, writes } from '../support/background-work';
import { makeProduct } from '../support/goods';
import { ended } from '../support/jobs';
import { failStatement, mountSmallDisk, unmount } from '../support/storage';
import { openTestShop, openTestStore, type TestShop } from '../support/test-store';

const SMALL_DISK_BYTES = 256 * 1024;

describe('while the disk fails, a job fails and the till continues to sell', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
    shop.tokenOf('manager');
  });
  afterEach(() => shop.close());

  const manager = () => shop.as('manager');
  const handle = () => shop.store.database.handle;

  test('a job whose file fills the disk', async ({ skip }) => {
    const jobs = path.join(shop.folder, 'jobs');
    mkdirSync(jobs);
    const reason = mountSmallDisk(jobs, SMALL_DISK_BYTES);
    if (reason !== null) skip(reason);
    try {
      const { id } = startJob(shop, 'manager', writes('x'.repeat(2 * SMALL_DISK_BYTES)));
      expect(await ended(manager(), id)).toMatchObject({
        state: 'failed',
        refusal: { code: 'DISK_FULL', data: {} },
        hasFile: false,
      });
      expect(readdirSync(jobs)).toEqual([]);
      expect(makeProduct(shop)).toBeGreaterThan(0);
      const next = startJob(shop, 'manager', writes('fits'));
      expect(await ended(manager(), next.id)).toMatchObject({ state: 'done', hasFile: true });
    } finally {
      unmount(jobs);
    }
  });

  test('a job whose start cannot be stored is refused, and is not listed', async () => {
    // The first statement begins the unit of work.
    const failure = failStatement(handle(), 2);
    await expect(manager().audit.export({})).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    failure.end();
    expect(await manager().jobs.list()).toEqual([]);
    const { id } = await manager().audit.export({});
    expect(await ended(manager(), id)).toMatchObject({ state: 'done' });
  });

  test('a job whose success cannot be stored has failed, and leaves no file', async () => {
    let failure: ReturnType<typeof failStatement> | undefined;
    const work: JobWork = async (run) => {
      const outcome = await writes('a,b')(run);
      failure = failStatement(handle(), 2);
      return outcome;
    };
    const { id } = startJob(shop, 'manager', work);
    expect(await ended(manager(), id)).toMatchObject({
      state: 'failed',
      refusal: { code: 'STORAGE_FAILED', data: {} },
    });
    failure?.end();
    expect(failure?.happened).toBe(true);
    expect(readdirSync(path.join(shop.folder, 'jobs'))).toEqual([]);
  });

  test('a job whose end cannot be stored at all is stored as failed later', async () => {
    const { id } = startJob(shop, 'manager', async (run) => {
      handle().exec(`CREATE TEMP TRIGGER full BEFORE UPDATE ON job BEGIN SELECT RAISE(ABORT, 'full'); END`);
      return writes('a,b')(run);
    });
    const failed = { id, state: 'failed', refusal: { code: 'INTERNAL_SERVER_ERROR' }, hasFile: false };
    expect(await ended(manager(), id)).toMatchObject(failed);
    const stored = () => handle().prepare('SELECT state FROM job WHERE id = ?').pluck().get(id);
    expect(stored()).toBe('running');
    handle().exec('DROP TRIGGER temp.full');
    await shop.store.close();
    shop.store = await openTestStore(shop.folder, shop.time);
    expect(await manager().jobs.list()).toMatchObject([failed]);
    expect(stored()).toBe('failed');
  });
});
