import { mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import type { ContractClient } from '#shared/contract/index';
import type { RunningApp } from '../support/app';
import { makeStore, openForWork, type StoreAtWork } from '../support/power';
import {
  limitFiles,
  lookAtFile,
  mountSmallDisk,
  soldNumbers,
  unmount,
  walBytes,
  whyNoFileLimit,
} from '../support/storage';
import { temporaryFolder } from '../support/temporary-folder';

const CODE = '4006381333931';
const WAL_FRAME_BYTES = 24 + 4096;
const MORE_FRAMES_THAN_A_SALE = 120;
const IDLE_CHECKPOINT_MS = 3500;

async function fill(calls: ContractClient): Promise<void> {
  const [place] = (await calls.stock.listLocations()).filter((one) => one.isSellingLocation);
  const { id } = await calls.catalogue.createProduct({
    name: 'Apple',
    barcodes: [{ code: CODE }],
    priceMinor: 120,
    taxRateMilliPercent: 23_000,
  });
  await calls.stock.receive({ productId: id, locationId: place?.id ?? 0, quantityMilli: 9_000_000 });
}

/** A cashier's record: the receipts that were issued. */
class Cashier {
  readonly confirmed: string[] = [];
  readonly #calls: StoreAtWork['calls'];

  constructor(calls: StoreAtWork['calls']) {
    this.#calls = calls;
  }

  async sell(): Promise<void> {
    const { ticketId } = await this.#calls.sales.scan({ code: CODE });
    const tenders = [{ kind: 'cash' as const, amountMinor: 100_000 }];
    const { number } = await this.#calls.sales.completeTicket({ ticketId, tenders });
    this.confirmed.push(number);
  }

  /** Makes a sale, or has it refused with a message; returns which. */
  async trySelling(): Promise<'sold' | 'refused'> {
    try {
      await this.sell();
      return 'sold';
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(STORAGE_FAILED|DISK_FULL)$/) });
      return 'refused';
    }
  }

  /** Causes an ordinary refusal, which rolls back a unit of work. */
  async beRefused(): Promise<void> {
    const scanning = this.#calls.sales.scan({ code: 'unknown' });
    await expect(scanning).rejects.toMatchObject({ code: 'UNKNOWN_BARCODE' });
  }
}

function mustHold(folder: string, confirmed: readonly string[]): void {
  const numbers = soldNumbers(folder);
  expect(numbers).toEqual(confirmed);
  expect(new Set(numbers).size).toBe(numbers.length);
}

/** Ends the app properly, checks the file and opens it again. */
async function mustHoldAfterReopening(folder: string, store: StoreAtWork, cashier: Cashier): Promise<void> {
  await store.stop();
  mustHold(folder, cashier.confirmed);
  expect(lookAtFile(folder, checkAgreement)).toEqual([]);
  const again = await openForWork(folder);
  const next = new Cashier(again.calls);
  next.confirmed.push(...cashier.confirmed);
  await next.sell();
  await again.stop();
  mustHold(folder, next.confirmed);
}

const folders: string[] = [];
async function newStore(
  folder = temporaryFolder(),
): Promise<{ folder: string; store: StoreAtWork; cashier: Cashier; app: RunningApp }> {
  folders.push(folder);
  await makeStore(folder, fill);
  const store = await openForWork(folder);
  return { folder, store, cashier: new Cashier(store.calls), app: store.app };
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const noLimit = whyNoFileLimit();

describe.skipIf(noLimit !== null)(
  `when the disk fails to write${noLimit ? ` (skipped: ${noLimit})` : ''}`,
  () => {
    test('at any page of a commit, the sale is refused as a whole and later sales are stored', async () => {
      const { folder, store, cashier, app } = await newStore();
      await cashier.sell();
      let refusals = 0;
      for (let frames = 0; frames < MORE_FRAMES_THAN_A_SALE; frames += 1) {
        limitFiles(app.process.pid, walBytes(folder) + frames * WAL_FRAME_BYTES - 1);
        const outcome = await cashier.trySelling();
        if (outcome === 'refused') refusals += 1;
        limitFiles(app.process.pid, null);
        await cashier.beRefused();
        await cashier.sell();
        mustHold(folder, cashier.confirmed);
        if (outcome === 'sold') break;
      }
      expect(refusals).toBeGreaterThan(5);
      await mustHoldAfterReopening(folder, store, cashier);
    });

    test('during the idle checkpoint, the app continues to sell', { tags: 'long' }, async () => {
      const { folder, store, cashier, app } = await newStore();
      for (let sale = 0; sale < 20; sale += 1) await cashier.sell();
      limitFiles(app.process.pid, statSync(path.join(folder, 'store.sqlite')).size - 4096);
      await wait(IDLE_CHECKPOINT_MS);
      expect(app.process.exitCode).toBeNull();
      limitFiles(app.process.pid, null);
      await cashier.beRefused();
      await cashier.sell();
      mustHold(folder, cashier.confirmed);
      await mustHoldAfterReopening(folder, store, cashier);
    });

    test('while it closes, everything confirmed is stored at the next start', async () => {
      const { folder, store, cashier, app } = await newStore();
      for (let sale = 0; sale < 20; sale += 1) await cashier.sell();
      limitFiles(app.process.pid, statSync(path.join(folder, 'store.sqlite')).size - 4096);
      await mustHoldAfterReopening(folder, store, cashier);
    });
  },
);

const mountPoint = temporaryFolder();
const SMALL_DISK_BYTES = 24 * 1024 * 1024;
const noMount = mountSmallDisk(mountPoint, SMALL_DISK_BYTES);
if (noMount === null) unmount(mountPoint);

describe.skipIf(noMount !== null)(`when the disk is full${noMount ? ` (skipped: ${noMount})` : ''}`, () => {
  test('sales are refused as a whole, and stored once there is space again', async () => {
    const disk = temporaryFolder();
    mountSmallDisk(disk, SMALL_DISK_BYTES);
    try {
      const folder = path.join(disk, 'store');
      mkdirSync(folder);
      const { store, cashier } = await newStore(folder);
      const ballast = path.join(disk, 'ballast');
      let refusals = 0;
      for (let round = 0; round < 5; round += 1) {
        fillUp(ballast);
        let sold = 0;
        while ((await cashier.trySelling()) === 'sold' && sold < 500) sold += 1;
        if (sold < 500) refusals += 1;
        await cashier.beRefused().catch(() => undefined);
        expect(await cashier.trySelling()).toBe('refused');
        truncateSync(ballast, 0);
        await cashier.beRefused();
        for (let sale = 0; sale < 10; sale += 1) await cashier.sell();
        mustHold(folder, cashier.confirmed);
      }
      expect(refusals).toBe(5);
      await mustHoldAfterReopening(folder, store, cashier);
    } finally {
      unmount(disk);
    }
  });
});

/** Writes a file until its disk is full. */
function fillUp(file: string): void {
  for (let blockBytes = 1024 * 1024; blockBytes >= 4096; blockBytes /= 4) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(blockBytes), { flag: 'a' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}
