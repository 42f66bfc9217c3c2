import { statSync } from 'node:fs';
import path from 'node:path';
import {
  DELETE_THE_LOG,
  hasSqliteCode,
  notAStore,
  StoreFileError,
  type StoreFileProblem,
} from './store-file-error';

interface Reason {
  /** Error codes of Node or SQLite; a SQLite code includes its extended codes. */
  codes: readonly string[];
  problem: StoreFileProblem;
  /** The message about what was being opened, with what to do. */
  says: (place: string) => string;
}

const REASONS: readonly Reason[] = [
  {
    codes: ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'],
    problem: 'DISK_FULL',
    says: (place) => `The disk that holds ${place} is full. Free some space, then start again.`,
  },
  {
    codes: ['SQLITE_NOTADB'],
    problem: 'NOT_A_DATABASE',
    says: notAStore,
  },
  {
    codes: ['SQLITE_CORRUPT'],
    problem: 'DAMAGED',
    says: (place) =>
      `The store in ${place} is damaged. Restore the newest backup (.sqlite) from the backups folder beside it. ${DELETE_THE_LOG}`,
  },
  {
    codes: ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS'],
    problem: 'READ_ONLY',
    says: (place) =>
      `Tillroom may not write to ${place}. Allow the account that runs Tillroom to read and write it and its folder, then start again.`,
  },
  {
    codes: ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL', 'EBUSY'],
    problem: 'IN_USE',
    says: (place) => `Another program is using ${place}. Close that program, then start again.`,
  },
  {
    codes: ['SQLITE_IOERR', 'EIO'],
    problem: 'DISK_FAILED',
    says: (place) =>
      `The disk failed while ${place} was being opened. Check the disk and its connection, then start again.`,
  },
  {
    codes: ['ENOENT', 'ENXIO', 'ENODEV'],
    problem: 'NOT_FOUND',
    says: (place) => `${place} cannot be found or made. Check that its disk is connected, then start again.`,
  },
  {
    codes: ['ENAMETOOLONG'],
    problem: 'NOT_FOUND',
    says: (place) =>
      `The path ${place} is too long. Set TILLROOM_DATA to a folder with a shorter path, then start again.`,
  },
  {
    codes: ['SQLITE_NOMEM', 'ENOMEM', 'EMFILE', 'ENFILE'],
    problem: 'OVERLOADED',
    says: (place) =>
      `The computer is too busy to open ${place}. Close other programs or restart the computer, then start again.`,
  },
];

/**
 * Converts an error of the file system or of SQLite to a message that says what to do. Any other error is returned
 * unchanged.
 * @param place the file or folder that was being opened, for errors that do not name one themselves
 */
export function asStoreFileError(error: unknown, place: string): unknown {
  if (error instanceof StoreFileError) return error;
  const named = placeIn(error) ?? place;
  const wrongKind = sentenceOfWrongKind(error, named);
  if (wrongKind) return new StoreFileError(wrongKind, { problem: 'WRONG_KIND', cause: error });
  const reason = REASONS.find(({ codes }) => hasOneOf(error, codes));
  return reason ? new StoreFileError(reason.says(named), { problem: reason.problem, cause: error }) : error;
}

const hasOneOf = (error: unknown, codes: readonly string[]): boolean =>
  hasSqliteCode(error, (code) => codes.some((one) => code === one || code.startsWith(`${one}_`)));

function placeIn(error: unknown): string | undefined {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

/** The message for a folder in place of a file, or a file in place of a folder, at the path or above it. */
function sentenceOfWrongKind(error: unknown, place: string): string | undefined {
  if (hasOneOf(error, ['EISDIR', 'SQLITE_CANTOPEN', 'SQLITE_IOERR']) && kindOf(place) === 'folder') {
    return `${place} is a folder, but must be a file. Move it away, then start again.`;
  }
  if (!hasOneOf(error, ['ENOTDIR', 'EEXIST'])) return undefined;
  for (let one = path.resolve(place); one !== path.dirname(one); one = path.dirname(one)) {
    if (kindOf(one) === 'file') {
      return `${one} is a file, but must be a folder. Move it away, then start again.`;
    }
  }
  return undefined;
}

function kindOf(place: string): 'folder' | 'file' | undefined {
  try {
    return statSync(place).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
