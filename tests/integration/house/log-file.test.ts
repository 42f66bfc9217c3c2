import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LogFile } from '#main/platform/logging/log-file';
import { temporaryFolder } from '../../support/temporary-folder';

const NOBODY = 65_534;
const DAY_MS = 86_400_000;
const RETRY_MS = 20;
const NOON = Date.UTC(2026, 10, 20, 12);
const TODAY = 'tillroom.2026-11-20.1.log';

describe('the log file', () => {
  let above: string;
  let folder: string;
  let now: number;
  beforeEach(() => {
    above = temporaryFolder();
    folder = path.join(above, 'logs');
    now = NOON;
  });
  afterEach(() => rmSync(above, { recursive: true, force: true }));

  const open = (options: { maxBytes?: number; keep?: number } = {}) =>
    new LogFile({ folder, retryMs: RETRY_MS, now: () => now, ...options });
  const files = () => readdirSync(folder).sort();
  const linesOf = (name: string) => readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1);
  const works = (log: LogFile) => vi.waitFor(() => expect(log.failing).toBe(false));

  test('is private and has a record as soon as it is written', () => {
    open().write('one\n');
    expect(linesOf(TODAY)).toEqual(['one']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, TODAY)).mode & 0o777).toBe(0o600);
  });

  test('continues in the same file at the next start, below an incomplete record', () => {
    open().write('one\n');
    writeFileSync(path.join(folder, TODAY), 'tw', { flag: 'a' });
    open().write('three\n');
    expect(linesOf(TODAY)).toEqual(['one', 'tw', 'three']);
  });

  test('is followed by another one when it is full, also at the next start, and on the next day', () => {
    const log = open({ maxBytes: 8 });
    for (const record of ['one\n', 'two\n', 'three\n']) log.write(record);
    expect(files()).toEqual([TODAY, 'tillroom.2026-11-20.2.log']);
    expect(linesOf('tillroom.2026-11-20.2.log')).toEqual(['three']);
    open({ maxBytes: 8 }).write('four\n');
    expect(linesOf('tillroom.2026-11-20.3.log')).toEqual(['four']);
    now += DAY_MS;
    log.write('five\n');
    expect(linesOf('tillroom.2026-11-21.1.log')).toEqual(['five']);
  });

  test('keeps the set number of newest files, and removes only log files', () => {
    mkdirSync(folder);
    for (const name of ['tillroom.9.log', 'notes.txt']) writeFileSync(path.join(folder, name), '');
    const log = open({ maxBytes: 4, keep: 11 });
    for (let record = 0; record < 12; record += 1) log.write('one\n');
    const parts = Array.from({ length: 11 }, (_, index) => `tillroom.2026-11-20.${index + 2}.log`);
    expect(files()).toEqual(['notes.txt', ...parts].sort());
  });

  test('never removes its current file, even if the clock was ahead before', () => {
    for (const ahead of [1, 2, 3]) {
      now = NOON + ahead * DAY_MS;
      open({ keep: 2 });
    }
    now = NOON;
    const log = open({ keep: 2 });
    log.write('one\n');
    log.write('two\n');
    expect(linesOf(TODAY)).toEqual(['one', 'two']);
  });

  test('is created again when its folder is removed', () => {
    const log = open();
    log.write('one\n');
    rmSync(folder, { recursive: true });
    log.write('two\n');
    expect(log.failing).toBe(false);
    expect(linesOf(TODAY)).toEqual(['two']);
  });

  test('that cannot be opened never throws, reports the failure, and has every record once it can', async () => {
    writeFileSync(folder, 'a file instead of the folder');
    const log = open();
    const told: boolean[] = [];
    log.onChange(() => told.push(log.failing));
    expect(log.failing).toBe(true);
    log.write('one\n');
    log.write('two\n');
    rmSync(folder);
    await works(log);
    expect(linesOf(TODAY)).toMatchObject(['one', 'two', expect.stringContaining('EEXIST')]);
    expect(told).toEqual([false]);
  });

  test('that can no longer be written never throws, reports the failure, and has every record once it can', async () => {
    const log = open();
    const told: boolean[] = [];
    const stop = log.onChange(() => told.push(log.failing));
    log.write('one\n');
    renameSync(path.join(folder, TODAY), path.join(folder, 'moved'));
    mkdirSync(path.join(folder, TODAY));
    log.write('two\n');
    log.write('three\n');
    expect(log.failing).toBe(true);
    rmSync(path.join(folder, TODAY), { recursive: true });
    await works(log);
    log.write('four\n');
    expect(linesOf(TODAY)).toMatchObject(['two', 'three', expect.stringContaining('EISDIR'), 'four']);
    expect(told).toEqual([true, false]);
    stop();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    log.write('five\n');
    expect(told).toEqual([true, false]);
  });

  test('of another account never throws', async () => {
    mkdirSync(folder);
    const file = path.join(folder, TODAY);
    writeFileSync(file, '', { mode: 0o400 });
    // Root can write everywhere, so drop its rights.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(NOBODY);
    const log = open();
    log.write('one\n');
    expect(log.failing).toBe(true);
    if (isRoot) process.seteuid?.(0);
    rmSync(file);
    await works(log);
    expect(linesOf(TODAY)).toMatchObject(['one', expect.stringContaining('EACCES')]);
  });

  test('keeps the newest of very many records while it cannot be written, and reports how many it dropped', async () => {
    writeFileSync(folder, '');
    const log = open();
    for (let record = 0; record < 1010; record += 1) log.write(`${record}\n`);
    rmSync(folder);
    await works(log);
    const lines = linesOf(TODAY);
    expect(lines.slice(0, 2)).toEqual(['10', '11']);
    expect(lines).toHaveLength(1001);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ level: 40, dropped: 10, since: NOON });
  });
});
