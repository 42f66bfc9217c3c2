import { appendFileSync } from 'node:fs';
import type { Ctx } from '#main/platform/ctx';
import type { JobWork } from '#main/platform/jobs/job.service';
import type { Role } from '#shared/contract/common';
import type { Job, JobKind } from '#shared/contract/jobs';
import type { TestShop } from './test-store';

/** The call context of a person with this role. */
export const ctxOf = (shop: TestShop, role: Role): Ctx => ({
  ...shop.store.services.gate.authenticate(shop.tokenOf(role), shop.time.now),
  call: 'jobs.list',
  now: shop.time.now,
  approvedBy: null,
  windowId: null,
});

/** Starts a job of a test's own. */
export const startJob = (shop: TestShop, role: Role, work: JobWork, kind: JobKind = 'auditExport'): Job =>
  shop.store.services.jobs.start(ctxOf(shop, role), { kind, label: '', total: null }, work);

/** Runs until it is stopped. */
export const endless: JobWork = async ({ signal, openFile, progress }) => {
  appendFileSync(openFile('endless.csv', 'text/csv').place, 'beginning');
  for (let done = 1; ; done += 1) {
    progress(done);
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
};

/** Writes a file with this text. */
export const writes =
  (text: string): JobWork =>
  async ({ openFile, progress }) => {
    appendFileSync(openFile('list.csv', 'text/csv').place, text);
    progress(3, 3);
    return { summary: { rows: 3 } };
  };
