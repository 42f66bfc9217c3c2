import { existsSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { NumbersFile } from '#main/platform/database/numbers-file';
import { dataFolder } from '#main/platform/files/data-folder';
import { StoreKey } from '#main/platform/files/store-key';
import { Chain } from '#main/platform/log/chain';
import { type LogReport, verifyLog } from '#main/platform/log/verify-log';
import type { LogBreak } from '#shared/contract/jobs';

const USAGE = `Checks that the store's log is whole: each entry as it was written, none missing, none in another place.
It changes nothing, and runs even while Tillroom is open.

  npm run verify

It checks the data folder: the one in TILLROOM_DATA, or the system's usual one.`;

/** Verifies the log from the command line. @returns the exit code */
function verify(given: readonly string[]): number {
  if (given.length > 0) return say(USAGE, given[0] === '--help' || given[0] === '-h' ? 0 : 1);
  const folder = dataFolder();
  const file = path.join(folder, 'store.sqlite');
  if (!existsSync(file)) return say(`There is no store in ${folder}.`, 1);
  // Opening a missing key would create one.
  if (!existsSync(path.join(folder, 'store.key')))
    return say(
      `The key of the store is missing, so its log cannot be checked. Put store.key back into ${folder}.`,
      1,
    );
  const handle = new Sqlite(file, { readonly: true });
  try {
    const store = handle.prepare<[], string>('SELECT uuid FROM store').pluck().get() ?? '';
    // Read before the entries, so that the entries can only be newer than the head, never older.
    const head = NumbersFile.headIn(folder, store);
    return tell(verifyLog(handle, new Chain(StoreKey.open(folder)), head));
  } catch (error) {
    return say(
      `The log could not be read: ${error instanceof Error ? error.message : String(error)}. Start Tillroom: it says if the store is damaged.`,
      1,
    );
  } finally {
    handle.close();
  }
}

function tell({ entries, breaks, unchecked }: LogReport): number {
  const other =
    unchecked === 0
      ? []
      : [
          `${counted(unchecked)} written with another key, so whether ${unchecked === 1 ? 'it was' : 'they were'} changed is not known.`,
        ];
  if (breaks.length === 0)
    return say([`The log is intact: ${counted(entries)} checked.`, ...other].join('\n'), 0);
  const places = breaks.map((place) => `  ${sentenceOf(place)}`);
  return say(['The log is not as it was written.', ...places, ...other].join('\n'), 1);
}

const counted = (entries: number): string =>
  entries === 1 ? '1 entry was' : `${entries.toLocaleString('en')} entries were`;

function sentenceOf(place: LogBreak): string {
  switch (place.kind) {
    case 'changed':
      return `Entry ${place.entryId} was changed.`;
    case 'missing':
      return place.fromId === place.toId
        ? `Entry ${place.fromId} is missing.`
        : `Entries ${place.fromId} to ${place.toId} are missing.`;
    case 'replaced':
      return `Entry ${place.entryId} is not the one that was written.`;
  }
}

function say(words: string, exitCode: number): number {
  (exitCode === 0 ? process.stdout : process.stderr).write(`${words}\n`);
  return exitCode;
}

process.exitCode = verify(process.argv.slice(2));
