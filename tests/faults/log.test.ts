import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningApp, startApp } from '../support/app';
import { makeStore } from '../support/power';
import { connect, type SocketClient } from '../support/socket-client';
import { temporaryFolder } from '../support/temporary-folder';

const CODE = '4006381333931';
const MEGABYTE = 1024 * 1024;
/** The log retries every 5 seconds. */
const A_WHILE = { timeout: 30_000, interval: 200 };

/** Mounts a small separate disk; this needs privileges that not every account has. */
function mount(place: string, megabytes: number): boolean {
  try {
    mkdirSync(place, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const unmount = (place: string) => execFileSync('umount', ['--lazy', place]);

const mayMount = (() => {
  const folder = temporaryFolder();
  try {
    if (!mount(folder, 1)) return false;
    unmount(folder);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

const WHY_NOT = 'mounting a small disk is not allowed here';

/** Fills a disk to the last byte; returns a function that frees it again. */
function fillDisk(place: string): () => void {
  const file = path.join(place, 'filler');
  const descriptor = openSync(file, 'w');
  try {
    for (const bytes of [MEGABYTE, 4096, 1]) {
      const piece = Buffer.alloc(bytes);
      while (statfsSync(place).bavail * statfsSync(place).bsize >= bytes) writeSync(descriptor, piece);
    }
  } finally {
    closeSync(descriptor);
  }
  return () => rmSync(file);
}

describe('a log that cannot be written', () => {
  let folder: string;
  let logs: string;
  let app: RunningApp | undefined;
  let client: SocketClient | undefined;
  const mounted: string[] = [];

  beforeEach(() => {
    folder = temporaryFolder();
    logs = path.join(folder, 'logs');
  });
  afterEach(async () => {
    client?.close();
    await app?.kill();
    for (const place of mounted.splice(0)) unmount(place);
    rmSync(folder, { recursive: true, force: true });
  });

  const makeShop = () =>
    makeStore(folder, async (calls) => {
      const [place] = (await calls.stock.listLocations()).filter((one) => one.isSellingLocation);
      const { id } = await calls.catalogue.createProduct({
        name: 'Apple',
        barcodes: [{ code: CODE }],
        priceMinor: 120,
        taxRateMilliPercent: 23_000,
      });
      await calls.stock.receive({ productId: id, locationId: place?.id ?? 0, quantityMilli: 5_000_000 });
    });

  const open = async () => {
    app = await startApp(folder);
    client = await connect(app.url);
    const { url } = app;
    const { signIn, calls } = client;
    signIn((await calls.people.signIn({ login: 'owner', password: 'a long password' })).token);
    const sell = async () => {
      const { ticketId } = await calls.sales.scan({ code: CODE });
      const tenders = [{ kind: 'cash' as const, amountMinor: 120 }];
      return (await calls.sales.completeTicket({ ticketId, tenders })).number;
    };
    const becomes = (failing: boolean) =>
      vi.waitFor(
        async () => expect(await calls.stores.status()).toMatchObject({ logFailing: failing }),
        A_WHILE,
      );
    /** The rest of a full disk's last block still takes some records. */
    const logUntilItFails = async () => {
      while (!(await calls.stores.status()).logFailing) await sendNonsense();
    };
    /** Sends an unreadable request, which the program logs. */
    const sendNonsense = async () => {
      const { host, origin } = new URL(url);
      const socket = new WebSocket(`ws://${host}/rpc`, { origin });
      await once(socket, 'open');
      socket.send('nonsense');
      socket.close();
      await once(socket, 'close');
    };
    return { calls, sell, becomes, sendNonsense, logUntilItFails };
  };

  const logged = () =>
    readdirSync(logs)
      .filter((name) => name.endsWith('.log'))
      .sort()
      .map((name) => readFileSync(path.join(logs, name), 'utf8'))
      .join('');
  const NONSENSE = 'a message of a window could not be handled';

  test('because its folder is a file does not stop sales, and windows are notified', {
    tags: 'long',
  }, async () => {
    await makeShop();
    rmSync(logs, { recursive: true, force: true });
    writeFileSync(logs, '');
    const { calls, sell, becomes, sendNonsense } = await open();
    await becomes(true);
    await sendNonsense();
    expect(await sell()).toBe('T1-000001');

    const topics: string[] = [];
    const changes = await calls.events.changes();
    void (async () => {
      for await (const { topic } of changes) topics.push(topic);
    })().catch(() => undefined);
    rmSync(logs);
    await becomes(false);
    expect(topics).toContain('log');
    expect(logged()).toContain(NONSENSE);
    expect(await sell()).toBe('T1-000002');
  });

  test('because its file is a folder does not stop sales', { tags: 'long' }, async () => {
    await makeShop();
    const file = path.join(logs, `tillroom.${new Date().toISOString().slice(0, 10)}.1.log`);
    rmSync(file, { force: true });
    mkdirSync(file, { recursive: true });
    const { sell, becomes } = await open();
    await becomes(true);
    expect(await sell()).toBe('T1-000001');
    rmSync(file, { recursive: true });
    await becomes(false);
  });

  test('because its folder was removed is fixed by creating the folder again', async () => {
    await makeShop();
    const { sell, sendNonsense } = await open();
    rmSync(logs, { recursive: true });
    await sendNonsense();
    await vi.waitFor(() => expect(logged()).toContain(NONSENSE), A_WHILE);
    expect(await sell()).toBe('T1-000001');
  });

  test('because its disk is full does not stop sales, and no record is missing later', {
    tags: 'long',
  }, async ({ skip }) => {
    skip(!mayMount, WHY_NOT);
    await makeShop();
    mount(logs, 1);
    mounted.push(logs);
    const { sell, becomes, logUntilItFails } = await open();
    const free = fillDisk(logs);
    await logUntilItFails();
    expect(await sell()).toBe('T1-000001');
    expect(await sell()).toBe('T1-000002');
    free();
    await becomes(false);
    const lines = logged().trimEnd().split('\n');
    expect(lines.at(-1)).toContain('ENOSPC');
    expect(await sell()).toBe('T1-000003');
  });

  test.runIf(mayMount)(
    'because the disk of the store is full does not end the program, which sells later',
    { tags: 'long' },
    async () => {
      mount(folder, 24);
      mounted.push(folder);
      await makeShop();
      const { calls, sell, becomes, logUntilItFails } = await open();
      expect(await sell()).toBe('T1-000001');
      const free = fillDisk(folder);
      let refusal: unknown;
      for (let scans = 0; refusal === undefined && scans < 2000; scans += 1) {
        refusal = await calls.sales.scan({ code: CODE }).then(
          () => undefined,
          (error: unknown) => error,
        );
      }
      expect(refusal).toMatchObject({ code: 'DISK_FULL' });
      await logUntilItFails();
      // Housekeeping fails and logs it when the shop has been idle for three seconds.
      await new Promise((resolve) => setTimeout(resolve, 8000));
      expect(app?.process.exitCode).toBe(null);
      expect((await calls.sales.listOrders({})).total).toBe(1);
      free();
      await becomes(false);
      const { ticketId, totals } = await calls.sales.scan({ code: CODE });
      await calls.sales.completeTicket({
        ticketId,
        tenders: [{ kind: 'cash', amountMinor: totals.totalMinor + 5 }],
      });
      expect((await calls.sales.listOrders({})).total).toBe(2);
    },
  );
});
