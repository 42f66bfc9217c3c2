import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Ending, type Program, startProgram } from '../support/program';
import { limitFiles, mountSmallDisk, unmount, walBytes, whyNoFileLimit } from '../support/storage';
import { temporaryFolder } from '../support/temporary-folder';

export type FaultKind = 'full disk' | 'failed write';

/** A period in which the disk was made to fail, by `performance.now()`. */
interface Fault {
  from: number;
  until: number;
}

const SMALL_DISK_BYTES = 96 * 1024 * 1024;
const START_MS = 30_000;
const STOP_MS = 20_000;
/** Work that was running when the disk recovered can report its failure a little later. */
const AFTERMATH_MS = 1500;

/** The machine of one store: its process and its disk, both of which can be made to fail. */
export class Power {
  readonly folder: string;
  /** The disk failures that are available here. */
  readonly faultKinds: readonly FaultKind[];
  readonly #disk: string | null;
  readonly #root: string;
  readonly #faults: Fault[] = [];
  #program: Program | null = null;
  #ending: Ending | null = null;

  /** @param ownDisk whether the store gets a small separate disk, where one can be mounted */
  constructor(ownDisk: boolean) {
    this.#root = temporaryFolder();
    const isMounted = ownDisk && mountSmallDisk(this.#root, SMALL_DISK_BYTES) === null;
    this.#disk = isMounted ? this.#root : null;
    this.folder = path.join(this.#root, 'store');
    mkdirSync(this.folder);
    this.faultKinds = [
      ...(whyNoFileLimit() === null ? (['failed write'] as const) : []),
      ...(isMounted ? (['full disk'] as const) : []),
    ];
  }

  /** Starts the program; returns its address, or null if it ended instead. */
  async start(): Promise<string | null> {
    const program = this.startOnly();
    const url = await Promise.race([program.opened, wait(START_MS, undefined, { ref: false })]);
    if (url === undefined) throw new Error(`Tillroom did not start within ${START_MS / 1000} seconds`);
    return url;
  }

  /** Starts the program without waiting for it. */
  startOnly(): Program {
    const program = startProgram(this.folder);
    this.#program = program;
    this.#ending = null;
    program.ended.then(
      (ending) => {
        if (this.#program === program) this.#ending = ending;
      },
      () => undefined,
    );
    return program;
  }

  /** How the program ended, or null while it runs. */
  get ending(): Ending | null {
    return this.#ending;
  }

  get complaint(): string {
    return this.#program?.complaint() ?? '';
  }

  async kill(): Promise<void> {
    this.#program?.process.kill('SIGKILL');
    await this.#program?.ended;
  }

  /** Asks the program to end and waits until it has. */
  async stop(): Promise<Ending | null> {
    this.#program?.process.kill('SIGTERM');
    return this.#waitForEnd();
  }

  /** Asks the program to end, and kills it while it does so. */
  async stopAndKill(afterMs: number): Promise<void> {
    this.#program?.process.kill('SIGTERM');
    await wait(afterMs);
    await this.kill();
  }

  async #waitForEnd(): Promise<Ending | null> {
    const ended = await Promise.race([this.#program?.ended, wait(STOP_MS, null, { ref: false })]);
    return ended ?? null;
  }

  /** A number that changes with every write to the WAL. */
  lastWrite(): bigint {
    const wal = path.join(this.folder, 'store.sqlite-wal');
    return statSync(wal, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n;
  }

  /** Makes writes fail from now on: after this many more bytes of the WAL, or for lack of space. */
  breakDisk(kind: FaultKind, moreBytes: number): void {
    this.#faults.push({ from: performance.now(), until: Number.POSITIVE_INFINITY });
    if (kind === 'failed write') this.#limit(walBytes(this.folder) + moreBytes);
    else this.#fill(moreBytes);
  }

  /** Makes writes succeed again. */
  mendDisk(): void {
    this.#limit(null);
    if (this.#disk !== null) writeFileSync(this.#ballast, '');
    const fault = this.#faults.at(-1);
    if (fault) fault.until = performance.now();
  }

  /** Whether the disk was failing at any time from then until now. */
  wasFailingSince(from: number): boolean {
    return this.#faults.some((fault) => fault.until >= from);
  }

  /** Whether a time in epoch milliseconds was during or shortly after a disk failure. */
  wasFailingAt(epochMs: number): boolean {
    const at = epochMs - performance.timeOrigin;
    return this.#faults.some(({ from, until }) => at >= from - 5 && at <= until + AFTERMATH_MS);
  }

  /** Ends the program and removes its disk and files. */
  async dispose(): Promise<void> {
    await this.kill();
    if (this.#disk !== null) unmount(this.#disk);
    rmSync(this.#root, { recursive: true, force: true });
  }

  get #ballast(): string {
    return path.join(this.#root, 'ballast');
  }

  #limit(bytes: number | null): void {
    if (whyNoFileLimit() !== null || this.#ending !== null || !this.#program) return;
    try {
      limitFiles(this.#program.process.pid, bytes);
    } catch (error) {
      // It may have ended between the two lines above.
      if (this.#program.process.exitCode === null && this.#program.process.signalCode === null) throw error;
    }
  }

  #fill(leftBytes: number): void {
    const blockBytes = 64 * 1024;
    const freeBytes = () => {
      const { bavail, bsize } = statfsSync(this.#root);
      return bavail * bsize - leftBytes;
    };
    try {
      while (freeBytes() > 0) {
        const bytes = Math.max(4096, Math.min(freeBytes(), 16 * blockBytes));
        writeFileSync(this.#ballast, Buffer.alloc(bytes), { flag: 'a' });
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}

/** The size of a store's files in bytes. */
export const storeBytes = (folder: string): number =>
  (statSync(path.join(folder, 'store.sqlite'), { throwIfNoEntry: false })?.size ?? 0) + walBytes(folder);
