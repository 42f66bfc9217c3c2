import { cpSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobWork } from '#main/platform/jobs/job.service';
import type { Store } from '#main/store';
import type { ContractClient } from '#shared/contract/index';
import type { Job } from '#shared/contract/jobs';
import { refuse } from '#shared/contract/refusals';
import { ctxOf, endless, startJob, writes } from '../../support/background-work';
import { ended, fileOf } from '../../support/jobs';
import { temporaryFolder } from '../../support/temporary-folder';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../../support/test-store';

let shop: TestShop;
const copies: { store: Store; folder: string }[] = [];

beforeEach(async () => {
  shop = await openTestShop();
  for (const role of ['manager', 'admin'] as const) shop.tokenOf(role);
});
afterEach(async () => {
  for (const { store, folder } of copies.splice(0)) {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  await shop.close();
});

const manager = () => shop.as('manager');
const filesIn = (folder: string) => {
  const jobs = path.join(folder, 'jobs');
  return existsSync(jobs) ? readdirSync(jobs) : [];
};

async function restart(change: () => void = () => undefined): Promise<void> {
  await shop.store.close();
  change();
  shop.store = await openTestStore(shop.folder, shop.time);
}

/** A store opened on a copy of the folder at this moment, which is what a power cut would leave. */
async function afterPowerCut(): Promise<{ store: Store; calls: ContractClient; folder: string }> {
  const folder = temporaryFolder();
  cpSync(shop.folder, folder, { recursive: true });
  const store = await openTestStore(folder, shop.time);
  copies.push({ store, folder });
  return { store, calls: clientOf(store, shop.tokenOf('manager')), folder };
}

async function done(text = 'a,b'): Promise<Job> {
  const { id } = startJob(shop, 'manager', writes(text));
  return ended(manager(), id);
}

test('an ended job survives a restart with its figures, and its file can still be saved', async () => {
  const text = 'a€😀'.repeat(1000);
  const job = await done(text);
  const breaks = [{ kind: 'missing', fromId: 3, toId: 5 } as const];
  const check = startJob(shop, 'manager', async () => ({ summary: { entries: 9 }, breaks }), 'logCheck');
  await ended(manager(), check.id);
  const broken = startJob(
    shop,
    'manager',
    async () => {
      throw refuse('BACKUP_FOLDER', { folder: '/mnt' });
    },
    'backup',
  );
  await ended(manager(), broken.id);
  const before = await manager().jobs.list();
  await restart();
  const after = await manager().jobs.list();
  expect(after).toEqual(before);
  expect(after.map(({ id }) => id)).toEqual([broken.id, check.id, job.id]);
  expect(after[0]?.refusal).toEqual({ code: 'BACKUP_FOLDER', data: { folder: '/mnt' } });
  expect(after[1]).toMatchObject({ summary: { entries: 9 }, breaks });
  expect(await fileOf(manager(), job.id)).toEqual({ fileName: 'list.csv', text });
});

test('after a restart people still see only their own jobs', async () => {
  const { id } = await done('secret');
  await restart();
  const admin = shop.as('admin').jobs;
  expect(await admin.list()).toEqual([]);
  await expect(admin.file({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(admin.dismiss({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await manager().jobs.list()).toMatchObject([{ id, hasFile: true }]);
});

test('a job that runs when the program is closed has failed, and leaves no file', async () => {
  const { id } = startJob(shop, 'manager', endless);
  await expect.poll(() => filesIn(shop.folder)).toHaveLength(1);
  await restart();
  expect(await manager().jobs.list()).toMatchObject([
    {
      id,
      state: 'failed',
      refusal: { code: 'JOB_INTERRUPTED', data: { kind: 'auditExport' } },
      hasFile: false,
    },
  ]);
  expect(filesIn(shop.folder)).toEqual([]);
});

test('a job that was stopped just before the program is closed stays stopped', async () => {
  const { id } = startJob(shop, 'manager', endless);
  await expect.poll(() => filesIn(shop.folder)).toHaveLength(1);
  await manager().jobs.cancel({ id });
  await restart();
  expect(await manager().jobs.list()).toMatchObject([{ id, state: 'cancelled', refusal: null }]);
});

test('a job that runs when the power fails has failed at the next start, and leaves no file', async () => {
  const kept = await done();
  const { id } = startJob(shop, 'manager', endless, 'productExport');
  await expect.poll(() => filesIn(shop.folder)).toHaveLength(2);
  shop.time.now += 60_000;
  const { calls, folder } = await afterPowerCut();
  expect(await calls.jobs.list()).toMatchObject([
    {
      id,
      state: 'failed',
      refusal: { code: 'JOB_INTERRUPTED', data: { kind: 'productExport' } },
      endedAt: shop.time.now,
      hasFile: false,
      fileIsGone: false,
    },
    { id: kept.id, state: 'done', hasFile: true },
  ]);
  expect(filesIn(folder)).toHaveLength(1);
  await calls.jobs.dismiss({ id });
  expect(await calls.jobs.list()).toHaveLength(1);
});

test('an answered start is on disk', async () => {
  const { id } = await manager().audit.export({});
  const { calls } = await afterPowerCut();
  expect((await calls.jobs.list()).map((job) => job.id)).toEqual([id]);
});

test('an import whose products are stored is done even if the power fails before its remains are cleared', async () => {
  const { writes: queue } = shop.store.database;
  let goOn: () => void = () => undefined;
  const cleared = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { id } = startJob(shop, 'manager', async ({ endIn }) => {
    await queue.run((tx) => endIn(tx, { summary: { importId: 1, created: 3 } }));
    await cleared;
    throw new Error('clearing failed');
  });
  const stateOf = () =>
    shop.store.database.reader.prepare('SELECT state FROM job WHERE id = ?').pluck().get(id);
  await expect.poll(stateOf).toBe('done');
  // Another one may only start when this one has cleared its remains.
  expect(await manager().jobs.list()).toMatchObject([{ id, state: 'running' }]);
  const { calls } = await afterPowerCut();
  expect(await calls.jobs.list()).toMatchObject([{ id, state: 'done', summary: { created: 3 } }]);
  goOn();
  expect(await ended(manager(), id)).toMatchObject({ state: 'done', summary: { created: 3 } });
});

test('an end that is rolled back with its unit of work fails the job', async () => {
  const { writes: queue } = shop.store.database;
  const { id } = startJob(shop, 'manager', async ({ endIn }) => {
    await queue.run((tx) => {
      endIn(tx, { summary: { created: 3 } });
      throw refuse('DATE_IN_FUTURE', {});
    });
    return {};
  });
  expect(await ended(manager(), id)).toMatchObject({ state: 'failed', summary: {} });
});

test('a file that is missing or cut off is said to be gone, and any other file is removed', async () => {
  const missing = await done();
  const cutOff = await done('longer');
  const there = await done('there');
  const placeOf = ({ id, startedAt }: Job) => path.join(shop.folder, 'jobs', `${id}-${startedAt}`);
  await restart(() => {
    rmSync(placeOf(missing));
    truncateSync(placeOf(cutOff), 2);
    writeFileSync(path.join(shop.folder, 'jobs', '99-1'), 'of no job');
  });
  const gone = { state: 'done', hasFile: false, fileIsGone: true };
  expect(await manager().jobs.list()).toMatchObject([
    { id: there.id, hasFile: true, fileIsGone: false },
    { id: cutOff.id, ...gone },
    { id: missing.id, ...gone },
  ]);
  await expect(manager().jobs.file({ id: missing.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(filesIn(shop.folder)).toEqual([path.basename(placeOf(there))]);

  rmSync(placeOf(there));
  await expect(manager().jobs.file({ id: there.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'file' },
  });
  expect((await manager().jobs.list())[0]).toMatchObject({ hasFile: false, fileIsGone: true });
});

test('ids are not used again, even those of jobs that were dismissed', async () => {
  const first = await done();
  const second = await done();
  for (const { id } of [first, second]) await manager().jobs.dismiss({ id });
  await restart();
  expect((await done()).id).toBe(second.id + 1);
});

test('at most ten ended jobs of a person are kept, also with those that a power cut ended', async () => {
  const ids: number[] = [];
  for (let count = 0; count < 10; count += 1) ids.push((await done()).id);
  for (const kind of ['auditExport', 'productExport'] as const) {
    ids.push(startJob(shop, 'manager', endless, kind).id);
  }
  await expect.poll(() => filesIn(shop.folder)).toHaveLength(12);
  const { calls, folder } = await afterPowerCut();
  expect((await calls.jobs.list()).map(({ id }) => id)).toEqual(ids.slice(2).reverse());
  expect(filesIn(folder)).toHaveLength(8);
});

test('a restored backup lists the jobs of its time, whose files are gone, but not the backup itself', async () => {
  const { id } = await done();
  startJob(shop, 'manager', endless);
  await ended(shop.as('admin'), (await shop.as('admin').stores.backUp()).id);
  const { last } = await shop.as('admin').stores.backups();
  const folder = temporaryFolder();
  cpSync(last?.storeFile ?? '', path.join(folder, 'store.sqlite'));
  cpSync(last?.keyFile ?? '', path.join(folder, 'store.key'));
  const store = await openTestStore(folder, shop.time);
  copies.push({ store, folder });
  const jobsOf = (role: 'admin' | 'manager') => clientOf(store, shop.tokenOf(role)).jobs.list();
  expect(await jobsOf('admin')).toEqual([]);
  expect(await jobsOf('manager')).toMatchObject([{ id, state: 'done', hasFile: false, fileIsGone: true }]);
});

test('a file is not taken for that of a job with the same id, from before an older store was put back', async () => {
  const file = (name: string) => path.join(shop.folder, name);
  await restart(() => cpSync(file('store.sqlite'), file('before')));
  const { id } = await done('mine');
  await restart(() => {
    cpSync(file('store.sqlite'), file('after'));
    cpSync(file('before'), file('store.sqlite'));
  });
  shop.time.now += 1000;
  const other = startJob(shop, 'admin', writes('ours'));
  expect(other.id).toBe(id);
  await ended(shop.as('admin'), id);
  await restart(() => cpSync(file('after'), file('store.sqlite')));
  expect(await manager().jobs.list()).toMatchObject([{ id, hasFile: false, fileIsGone: true }]);
  await expect(manager().jobs.file({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(filesIn(shop.folder)).toEqual([]);
});

test('a job can be started by the unit of work of a call, and is gone if that fails', async () => {
  const { writes: queue } = shop.store.database;
  const ctx = ctxOf(shop, 'manager');
  let ran = false;
  const work: JobWork = async () => {
    ran = true;
    return {};
  };
  const starting = queue.run(() => {
    shop.store.services.jobs.start(ctx, { kind: 'productImport', label: '', total: null }, work);
    throw refuse('DATE_IN_FUTURE', {});
  });
  await expect(starting).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
  await expect.poll(() => manager().jobs.list()).toEqual([]);
  expect(ran).toBe(false);
});
