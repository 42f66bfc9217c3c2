import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type RunningApp, startApp } from '../support/app';
import { connect } from '../support/socket-client';
import { temporaryFolder } from '../support/temporary-folder';

/** From here on the disk refuses to commit. */
const COMMITS_FAIL = `
  const sqlite = process.getBuiltinModule('module').createRequire(process.cwd() + '/')('better-sqlite3');
  const statement = Object.getPrototypeOf(new sqlite(':memory:').prepare('SELECT 1'));
  const { run } = statement;
  statement.run = function (...values) {
    if (this.source !== 'COMMIT') return run.apply(this, values);
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
  };`;

describe('an unhandled error in the program', () => {
  let folder: string;
  let app: RunningApp;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts the program with code in it that a signal runs, outside any call. */
  const startWith = async (code: string): Promise<void> => {
    const script = `process.on('SIGUSR2', () => { ${code} })`;
    const address = `data:text/javascript,${encodeURIComponent(script)}`;
    app = await startApp(folder, { NODE_OPTIONS: `--import ${address}` });
  };
  const logged = () => {
    const logs = path.join(folder, 'logs');
    return readdirSync(logs)
      .map((name) => readFileSync(path.join(logs, name), 'utf8'))
      .join('');
  };
  const status = async () => {
    const { calls, close } = await connect(app.url);
    try {
      return await calls.stores.status();
    } finally {
      close();
    }
  };

  test.for([
    ['thrown', `throw new TypeError('x is not a function')`],
    ['of a promise', `Promise.reject(new TypeError('x is not a function'))`],
    [
      'of a stream',
      `new (process.getBuiltinModule('stream').Writable)().destroy(new Error('x is not a function'))`,
    ],
  ] as const)('is logged, and the program continues (%s)', async ([, code]) => {
    await startWith(code);
    app.process.kill('SIGUSR2');
    await vi.waitFor(() => expect(logged()).toContain('x is not a function'), { timeout: 10_000 });
    expect(await status()).toMatchObject({ state: 'new' });
    await app.stop();
    expect(app.process.exitCode).toBe(0);
  });

  test('ends the program with a message and a log record where its state may be wrong', async () => {
    await startWith(COMMITS_FAIL);
    const ended = once(app.process, 'close');
    app.process.kill('SIGUSR2');
    const { calls, close } = await connect(app.url);
    void calls.stores.createDemoStore({}).catch(() => undefined);
    expect(await ended).toEqual([1, null]);
    expect(app.complaint().trim().split('\n')).toHaveLength(1);
    expect(app.complaint()).toContain('because of an unexpected error: The database is in an unsafe state');
    expect(logged()).toContain('the program ends');
    close();
    app = await startApp(folder);
    expect(await status()).toMatchObject({ state: 'new' });
  });

  test('in closing the store does not keep a signal from ending the program', async () => {
    const broken = `const fs = process.getBuiltinModule('fs');
      fs.rmSync = () => { throw new Error('resource busy') };
      process.getBuiltinModule('module').syncBuiltinESMExports();`;
    await startWith(broken);
    app.process.kill('SIGUSR2');
    await status();
    await app.stop();
    expect(app.process.exitCode).toBe(1);
    expect(logged()).toContain('resource busy');
  });
});
