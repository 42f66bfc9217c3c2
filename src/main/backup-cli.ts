import { existsSync } from 'node:fs';
import path from 'node:path';
import { freeBackupName, UnsoundBackup, writeBackup } from '#main/platform/database/backup-file';
import { isDiskFull, isReadOnly } from '#main/platform/database/store-file-error';
import { dataFolder } from '#main/platform/files/data-folder';
import { wallClock } from '#shared/kernel/time';

const USAGE = `Backs up the store and its key, even while Tillroom is open.

  npm run backup              into the folder "backups" of the store's own folder
  npm run backup -- FOLDER    into another folder, for example on a USB stick

It backs up the data folder: the one in TILLROOM_DATA, or the system's usual one.`;

/** Backs up the store from the command line. @returns the exit code */
function backUp([target, ...more]: readonly string[]): number {
  if (target === '--help' || target === '-h') return say(USAGE, 0);
  // An unknown option, or a shell variable that is not set, is not the name of a folder.
  if (target === '' || target?.startsWith('--') || more.length > 0) return say(USAGE, 1);
  const source = dataFolder();
  const storeFile = path.join(source, 'store.sqlite');
  if (!existsSync(storeFile)) return say(`There is no store in ${source}, so nothing was backed up.`, 1);
  const folder = target === undefined ? path.join(source, 'backups') : path.resolve(target);
  // A missing folder may mean a missing USB stick; a new folder in its place would not be a backup.
  if (target !== undefined && !existsSync(folder))
    return say(
      `There is no folder ${folder}, so nothing was backed up. Check the path, or create the folder first.`,
      1,
    );
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    const made = writeBackup({
      storeFile,
      keyFile: path.join(source, 'store.key'),
      folder,
      name: freeBackupName(folder, wallClock(Date.now(), timeZone)),
    });
    return say(
      `Backed up and checked.
  Backup   ${made.storeFile}
  Its key  ${made.keyFile}
Keep both files safe, on a USB stick or another computer. Without the key, everyone must set a new PIN after the
backup is restored, and the mail password and all Slack webhooks must be entered again.`,
      0,
    );
  } catch (error) {
    return say(`Nothing was backed up. ${reasonOf(error, folder)}`, 1);
  }
}

function reasonOf(error: unknown, folder: string): string {
  if (error instanceof UnsoundBackup)
    return 'The copy did not pass its check and was deleted: either the store or the disk is damaged. Start Tillroom: it says if the store is damaged. Have the disk checked.';
  if (isDiskFull(error)) return `The disk of ${folder} is full. Free some space, or choose another folder.`;
  if (isReadOnly(error))
    return `Tillroom cannot write to ${folder}. Check its permissions, or choose another folder.`;
  return `The disk failed: ${error instanceof Error ? error.message : String(error)}. Check the store's folder and ${folder}, then try again.`;
}

function say(words: string, exitCode: number): number {
  (exitCode === 0 ? process.stdout : process.stderr).write(`${words}\n`);
  return exitCode;
}

process.exitCode = backUp(process.argv.slice(2));
