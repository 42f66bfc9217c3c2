import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobWork } from '#main/platform/jobs/job.service';
import type { Role } from '#shared/contract/common';
import type { JobKind } from '#shared/contract/jobs';
import { refuse } from '#shared/contract/refusals';
import { ctxOf, endless, startJob, writes } from '../../support/background-work';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;

beforeEach(async () => {
  shop = await openTestShop();
  for (const role of ['manager', 'admin'] as const) shop.tokenOf(role);
});
afterEach(() => shop.close());

const start = (role: Role, work: JobWork, kind?: JobKind) => startJob(shop, role, work, kind);

const untilEnded = (role: Role, id: number) =>
  expect.poll(() => jobOf(role, id).then((job) => job?.state)).not.toBe('running');

const jobOf = async (role: Role, id: number) =>
  (await shop.as(role).jobs.list()).find((job) => job.id === id);

test('a job reports its progress, and its summary once it has ended', async () => {
  const { id } = start('manager', writes('a,b'));
  expect(await jobOf('manager', id)).toMatchObject({ state: 'running', done: 0, total: null, endedAt: null });
  await untilEnded('manager', id);
  expect(await jobOf('manager', id)).toMatchObject({
    state: 'done',
    done: 3,
    total: 3,
    endedAt: shop.time.now,
    summary: { rows: 3 },
    hasFile: true,
  });
});

test('a long file is downloaded in parts that do not split a character', async () => {
  const text = 'a€😀'.repeat(300_000);
  const { id } = start('manager', writes(text));
  await untilEnded('manager', id);
  const pieces: string[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: Awaited<ReturnType<ReturnType<TestShop['as']>['jobs']['file']>> = await shop
      .as('manager')
      .jobs.file({ id, offset });
    expect(piece).toMatchObject({ fileName: 'list.csv', mediaType: 'text/csv' });
    pieces.push(piece.text);
    offset = piece.nextOffset;
  }
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('') === text).toBe(true);
});

test('people see only their own jobs', async () => {
  const { id } = start('manager', writes('secret'));
  await untilEnded('manager', id);
  const admin = shop.as('admin').jobs;
  expect(await admin.list()).toEqual([]);
  await expect(admin.file({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(admin.cancel({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(admin.dismiss({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a second job of the same kind and person is refused while the first runs', async () => {
  const first = start('manager', endless);
  expect(() => start('manager', endless)).toThrow(
    expect.objectContaining({ code: 'JOB_RUNNING', data: { kind: 'auditExport' } }),
  );
  start('manager', endless, 'productExport');
  start('admin', endless);
  await shop.as('manager').jobs.cancel({ id: first.id });
  await untilEnded('manager', first.id);
  expect(start('manager', endless)).toMatchObject({ state: 'running' });
});

test('a cancelled job leaves no file', async () => {
  const { id } = start('manager', endless);
  await expect.poll(async () => (await jobOf('manager', id))?.done).toBeGreaterThan(0);
  await expect(shop.as('manager').jobs.dismiss({ id })).rejects.toMatchObject({ code: 'JOB_RUNNING' });
  await shop.as('manager').jobs.cancel({ id });
  await untilEnded('manager', id);
  expect(await jobOf('manager', id)).toMatchObject({ state: 'cancelled', hasFile: false, refusal: null });
  await expect(shop.as('manager').jobs.file({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(readdirSync(path.join(shop.folder, 'jobs'))).toEqual([]);
});

test('a refused job reports the reason, and a crashed one an error number', async () => {
  const refused = start('manager', async () => {
    throw refuse('DATE_IN_FUTURE', {});
  });
  const broken = start(
    'manager',
    async () => {
      throw new Error('a bug');
    },
    'productExport',
  );
  await untilEnded('manager', refused.id);
  await untilEnded('manager', broken.id);
  expect(await jobOf('manager', refused.id)).toMatchObject({
    state: 'failed',
    refusal: { code: 'DATE_IN_FUTURE', data: {} },
  });
  expect(await jobOf('manager', broken.id)).toMatchObject({
    state: 'failed',
    refusal: { code: 'INTERNAL_SERVER_ERROR', data: { quote: expect.stringMatching(/^\w+$/) } },
  });
});

test('an ended job is deleted with its file when it is dismissed', async () => {
  const { id } = start('manager', writes('a'));
  await untilEnded('manager', id);
  await shop.as('manager').jobs.dismiss({ id });
  expect(await shop.as('manager').jobs.list()).toEqual([]);
  expect(readdirSync(path.join(shop.folder, 'jobs'))).toEqual([]);
});

test('the ten newest ended jobs of a person are kept', async () => {
  const ids: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    const { id } = start('manager', writes('a'));
    ids.push(id);
    await untilEnded('manager', id);
  }
  const { id } = start('manager', endless);
  const kept = (await shop.as('manager').jobs.list()).map((job) => job.id);
  expect(kept).toEqual([id, ...ids.slice(-10).reverse()]);
});

test('a job started inside a unit of work writes in units of its own', async () => {
  const { writes: queue } = shop.store.database;
  const order: string[] = [];
  const ctx = ctxOf(shop, 'manager');
  const spec = { kind: 'auditExport', label: '', total: null } as const;
  await queue.run(async () => {
    shop.store.services.jobs.start(ctx, spec, async () => {
      await queue.run(() => order.push('job'));
      return {};
    });
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    order.push('call');
  });
  await expect.poll(() => order).toEqual(['call', 'job']);
});

test('windows are notified of the start, progress and end of a job', async () => {
  const told: string[] = [];
  const stop = shop.store.services.changes.listen((topic) => told.push(topic));
  const { id } = start('manager', endless);
  await expect.poll(() => told.length).toBeGreaterThan(2);
  await shop.as('manager').jobs.cancel({ id });
  await untilEnded('manager', id);
  stop();
  expect(new Set(told)).toEqual(new Set(['jobs']));
});
