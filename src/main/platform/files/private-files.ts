import { chmodSync, type Dirent, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const OTHERS = 0o077;
const STICKY = 0o1000;

/** What Tillroom keeps in its data folder; anything else there is left alone. */
const OWN_FILE = /^(store\.sqlite|store\.key|numbers\.json|in-use\.)/;
const OWN_FOLDERS = ['logs', 'backups', 'jobs', 'imports'];
/** The browser's own files, which it keeps private itself. */
const BROWSER_FOLDER = 'window';

/**
 * Restricts the data folder to the account that runs Tillroom: makes the folder if it is missing, lets only this account
 * open what the process makes from now on (folders 0700, files 0600), and corrects wider permissions of what is there.
 * Call it before anything in the folder is opened. It does nothing on Windows, where the user's profile folder is
 * private already.
 * @returns what other accounts may still be able to open, because its permissions could not be changed
 */
export function keepPrivate(folder: string): string[] {
  if (process.platform === 'win32') return [];
  process.umask(OTHERS);
  makeIfMissing(folder);
  // The folder first: then no other account can replace a file by a link.
  const wide = narrow(folder, statSync) ? [] : [folder];
  for (const entry of entriesOf(folder)) {
    if (OWN_FILE.test(entry.name) || entry.name === BROWSER_FOLDER) wide.push(...narrowed(placeOf(entry)));
    else if (OWN_FOLDERS.includes(entry.name)) wide.push(...narrowedWithin(entry));
  }
  return wide;
}

/** A sentence about what other accounts of this computer may be able to open. */
export function privacyWarning([first, ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` and ${others.length} more in its folder`;
  return `Other accounts on this computer may be able to open ${first}${more}. Tillroom could not restrict the permissions: check who owns it, and that its disk supports permissions.`;
}

function makeIfMissing(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // What is opened in it next fails for the same reason, and says so.
  }
}

function narrowedWithin(entry: Dirent): string[] {
  const place = placeOf(entry);
  const wide = narrowed(place);
  // Not through a link, which may lead to a disk that others share on purpose.
  if (entry.isDirectory()) for (const inner of entriesOf(place)) wide.push(...narrowedWithin(inner));
  return wide;
}

function narrowed(place: string): string[] {
  return narrow(place, lstatSync) ? [] : [place];
}

/** Takes from others what they may do with a file or folder, and whether that worked. Links are left alone. */
function narrow(place: string, statOf: typeof lstatSync): boolean {
  try {
    const stats = statOf(place, { throwIfNoEntry: false });
    if (!stats || stats.isSymbolicLink() || (stats.mode & OTHERS) === 0) return true;
    // A folder that all accounts share on purpose, like /tmp.
    if (stats.isDirectory() && (stats.mode & STICKY) !== 0) return false;
    chmodSync(place, stats.mode & (stats.isDirectory() ? 0o700 : 0o600));
    // Some file systems take a change of permissions without making it.
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
