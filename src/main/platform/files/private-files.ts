import { chmodSync, type Dirent, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const OTHERS = 0o077;
const STICKY = 0o1000;

/** Tillroom's own files in its data folder; anything else there is left alone. */
const OWN_FILE = /^(store\.sqlite|store\.key|numbers\.json|in-use\.)/;
const OWN_FOLDERS = ['logs', 'backups', 'jobs', 'imports'];
/** The browser's own files, which it keeps private itself. */
const BROWSER_FOLDER = 'window';

/**
 * Restricts the data folder to the account that runs Tillroom: creates the folder if it is missing, sets the umask so
 * that only this account can open what the process creates from now on (folders 0700, files 0600), and narrows the
 * permissions of existing files. Call it before anything in the folder is opened. It does nothing on Windows, where the
 * user's profile folder is already private.
 * @returns what other accounts may still be able to open because its permissions could not be changed
 */
export function keepPrivate(folder: string): string[] {
  if (process.platform === 'win32') return [];
  process.umask(OTHERS);
  makeIfMissing(folder);
  // The folder first, so that no other account can then replace a file with a link.
  const wide = narrow(folder, statSync) ? [] : [folder];
  for (const entry of entriesOf(folder)) {
    if (OWN_FILE.test(entry.name) || entry.name === BROWSER_FOLDER) wide.push(...narrowed(placeOf(entry)));
    else if (OWN_FOLDERS.includes(entry.name)) wide.push(...narrowedWithin(entry));
  }
  return wide;
}

/** The warning about files that other accounts of this computer may be able to open. */
export function privacyWarning([first, ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` and ${others.length} more in its folder`;
  return `Other accounts on this computer may be able to open ${first}${more}. Tillroom could not restrict the permissions: check who owns it, and that its disk supports permissions.`;
}

function makeIfMissing(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // Opening a file in it fails next, for the same reason and with a message.
  }
}

function narrowedWithin(entry: Dirent): string[] {
  const place = placeOf(entry);
  const wide = narrowed(place);
  // Links are not followed: they may lead to a disk that is shared on purpose.
  if (entry.isDirectory()) for (const inner of entriesOf(place)) wide.push(...narrowedWithin(inner));
  return wide;
}

function narrowed(place: string): string[] {
  return narrow(place, lstatSync) ? [] : [place];
}

/** Removes the permissions of other accounts on a file or folder; returns whether that worked. Links are left alone. */
function narrow(place: string, statOf: typeof lstatSync): boolean {
  try {
    const stats = statOf(place, { throwIfNoEntry: false });
    if (!stats || stats.isSymbolicLink() || (stats.mode & OTHERS) === 0) return true;
    // A folder that all accounts share on purpose, such as /tmp.
    if (stats.isDirectory() && (stats.mode & STICKY) !== 0) return false;
    chmodSync(place, stats.mode & (stats.isDirectory() ? 0o700 : 0o600));
    // Some file systems accept a change of permissions without applying it.
    return (statOf(place).mode & OTHERS) === 0;
  } catch {
    return false;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function placeOf({ parentPath, name }: Dirent): string {
  return path.join(parentPath, name);
}
