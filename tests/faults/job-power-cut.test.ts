import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractClient } from '#shared/contract/index';
import type { Job } from '#shared/contract/jobs';
import { ended } from '../support/imports';
import { fileOf } from '../support/jobs';
import { countOf, makeStore, openForWork } from '../support/power';
import { temporaryFolder } from '../support/temporary-folder';

const ENTRIES = 30_000;
const CUTS = 6;

describe('when the power fails while jobs run', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    await makeStore(folder, async () => undefined);
    const handle = new SqliteDatabase(path.join(folder, 'store.sqlite'));
    handle.exec(
      `INSERT INTO log_entry (at, account_id, till_id, action, entity, entity_id, label, hash)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ENTRIES})
       SELECT 1795000000000, 1, 1, 'catalogue.changeProduct', 'product', i, 'Product ' || i, x'00' FROM n`,
    );
    handle.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const filesThere = () => {
    const jobs = path.join(folder, 'jobs');
    return existsSync(jobs) ? readdirSync(jobs) : [];
  };

  async function exported(calls: ContractClient): Promise<string> {
    const { id } = await calls.audit.export({});
    await ended(calls, id);
    return (await fileOf(calls, id)).text;
  }

  async function expectWholeOrInterrupted(calls: ContractClient, job: Job): Promise<void> {
    if (job.state === 'done') {
      expect(job).toMatchObject({ hasFile: true, fileIsGone: false });
      const lines = (await fileOf(calls, job.id)).text.split('\r\n').length;
      expect(lines).toBeGreaterThan(ENTRIES);
      return;
    }
    const refusal = { code: 'JOB_INTERRUPTED', data: { kind: 'auditExport' } };
    expect(job).toMatchObject({ state: 'failed', refusal, hasFile: false });
  }

  test('each ends with its whole file or is shown as interrupted, and no other file is left', {
    tags: 'long',
  }, async () => {
    const first = await openForWork(folder);
    const started = performance.now();
    await exported(first.calls);
    const usualMs = performance.now() - started;
    await first.stop();

    let whole = 0;
    for (let cut = 1; cut <= CUTS; cut += 1) {
      const { calls, cutDuring } = await openForWork(folder);
      let startedId = 0;
      let finished = false;
      const work = async (): Promise<void> => {
        startedId = (await calls.audit.export({})).id;
        await ended(calls, startedId);
        finished = true;
      };
      await cutDuring(work, Math.random() * 1.5 * usualMs);

      const { calls: later, stop } = await openForWork(folder);
      const jobs = await later.jobs.list();
      const newest = jobs.find(({ id }) => id === startedId);
      expect(newest !== undefined || startedId === 0).toBe(true);
      expect(newest?.state === 'done' || !finished).toBe(true);
      for (const job of jobs) await expectWholeOrInterrupted(later, job);
      if (newest?.state === 'done') whole += 1;
      expect(filesThere()).toHaveLength(jobs.filter(({ hasFile }) => hasFile).length);
      await stop();
    }
    const handle = new SqliteDatabase(path.join(folder, 'store.sqlite'), { readonly: true });
    expect(countOf(handle, "SELECT count(*) FROM job WHERE state = 'running'")).toBe(0);
    handle.close();
    process.stdout.write(`    ${CUTS} exports, ${CUTS} power cuts, ${whole} of the files whole\n`);
  });
});
