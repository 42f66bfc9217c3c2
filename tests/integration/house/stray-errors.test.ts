import { connect, createServer } from 'node:net';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catchStrayErrors, type StrayErrors } from '#main/platform/logging/stray-errors';
import { UnsafeTransactionError } from '#main/platform/work/write-queue';

type Listener = (error: unknown) => void;

describe('an unhandled error', () => {
  let told: string[];
  let ended: number[];
  let records: Array<{ level: number; msg: string; err: { message: string } }>;
  let stray: StrayErrors;
  let added: { uncaughtException: Listener; unhandledRejection: Listener };

  beforeEach(() => {
    told = [];
    ended = [];
    records = [];
    const before = new Set<unknown>(listeners());
    stray = catchStrayErrors({
      log: pino({ base: null }, { write: (line) => records.push(JSON.parse(line)) }),
      logFolder: '/shop/logs',
      tell: (sentence) => told.push(sentence),
      exit: (code) => ended.push(code),
    });
    const [uncaughtException, unhandledRejection] = listeners().filter(
      (one) => !before.has(one),
    ) as Listener[];
    if (!(uncaughtException && unhandledRejection)) throw new Error('It listens to both');
    added = { uncaughtException, unhandledRejection };
  });
  afterEach(() => {
    for (const [event, listener] of Object.entries(added)) process.off(event, listener);
  });

  const listeners = () => [
    ...process.listeners('uncaughtException'),
    ...process.listeners('unhandledRejection'),
  ];

  const systemError = async () => {
    const server = createServer().listen(0);
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    return new Promise((resolve) => connect(port, '127.0.0.1').on('error', resolve));
  };
  const withCode = (code: string) => Object.assign(new Error(code), { code });

  test.for(['uncaughtException', 'unhandledRejection'] as const)(
    'is logged, and the program continues, while no unit of work runs (%s)',
    (event) => {
      stray.watch({ idle: true });
      added[event](new TypeError('x is not a function'));
      expect(records).toMatchObject([{ level: 50, err: { message: 'x is not a function' } }]);
      expect({ ended, told }).toEqual({ ended: [], told: [] });
    },
  );

  test.for(['uncaughtException', 'unhandledRejection'] as const)(
    'ends the program with a sentence while a unit of work runs (%s)',
    (event) => {
      stray.watch({ idle: false });
      added[event](new TypeError('x is not a function'));
      expect(records).toMatchObject([{ level: 60, err: { message: 'x is not a function' } }]);
      expect(ended).toEqual([1]);
      expect(told).toEqual([expect.stringContaining('All confirmed sales are saved.')]);
      expect(told[0]).toContain('x is not a function');
      expect(told[0]).toContain('/shop/logs');
    },
  );

  test('ends the program during its start', () => {
    added.uncaughtException(new TypeError('x is not a function'));
    expect(ended).toEqual([1]);
  });

  test('of a connection, a stream or a file affects only that, whatever else runs', async () => {
    stray.watch({ idle: false });
    added.uncaughtException(await systemError());
    for (const code of ['EPIPE', 'ENOSPC', 'ESOCKET', 'ERR_STREAM_WRITE_AFTER_END', 'HPE_INVALID_METHOD'])
      added.uncaughtException(withCode(code));
    await fetch('http://127.0.0.1/', { signal: AbortSignal.abort() }).catch(added.unhandledRejection);
    expect(ended).toEqual([]);
    expect(records).toHaveLength(7);
  });

  test('of SQLite is not treated as one of a connection', () => {
    stray.watch({ idle: false });
    added.uncaughtException(withCode('SQLITE_IOERR_WRITE'));
    expect(ended).toEqual([1]);
  });

  test('about a transaction in doubt ends the program even while it is idle', () => {
    stray.watch({ idle: true });
    added.unhandledRejection(new UnsafeTransactionError('it is left open'));
    expect(ended).toEqual([1]);
  });

  test('ends the program once, even if more errors follow', () => {
    stray.discard(new Error('first'));
    added.uncaughtException(new Error('second'));
    expect(ended).toEqual([1]);
    expect(told).toHaveLength(1);
  });

  test('that cannot be logged or shown is handled the same', () => {
    stray.watch({ idle: true });
    const unreadable = Object.defineProperty(new Error('unreadable'), 'message', {
      get() {
        throw new Error('unreadable');
      },
    });
    added.uncaughtException(unreadable);
    expect(ended).toEqual([]);
    expect(() => stray.discard(unreadable)).toThrow('unreadable');
    expect(ended).toEqual([1]);
  });
});
