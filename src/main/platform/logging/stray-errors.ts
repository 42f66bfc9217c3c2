import { UnsafeTransactionError } from '#main/platform/work/write-queue';
import type { Log } from './log';

/** What the program does about errors that nothing handled. */
export interface StrayErrors {
  /** Starts to tell by the write queue whether the state is sound. Until then the program is starting. */
  watch(writes: { readonly idle: boolean }): void;
  /** Logs an error, tells the person in a sentence and ends the program with code 1. */
  giveUp(error: unknown): void;
}

interface Needs {
  log: Log;
  /** The folder of the log, for the sentence. */
  logFolder: string;
  /** Shows a sentence to the person at the computer. */
  tell: (sentence: string) => void;
  exit: (code: number) => void;
}

/**
 * Errors of the system and of connections, by their codes: Node's (ECONNRESET, EPIPE, ENOSPC), those of TLS, streams
 * and HTTP, and those of nodemailer (ESOCKET). SQLite does its own reading and writing, so they are never of the store.
 */
const OUTSIDE = /^(E[A-Z0-9]+|ERR_(TLS|SSL|SOCKET|STREAM|HTTP2?)_\w+|HPE_\w+|UND_ERR_\w+)$/;

/**
 * The last resort for the whole process: takes errors that nothing handled (`uncaughtException`,
 * `unhandledRejection`), logs them, and keeps the program running where its state is sound. It is sound
 * - after an error of a file, socket, pipe or mail connection: it concerns that connection alone;
 * - after any other error while no unit of work runs or waits: what was confirmed is on disk, and nothing is half
 *   done.
 *
 * It is not sound while the program is starting, after an unknown error while a unit of work runs (it may be a part of
 * the unit, which would be committed without it), and when the write queue says that its transaction is in doubt. Then
 * the program ends: SQLite undoes the unfinished unit at the next start.
 */
export function catchStrayErrors({ log, logFolder, tell, exit }: Needs): StrayErrors {
  let writes: { readonly idle: boolean } | undefined;
  let isEnding = false;

  const note = (level: 'error' | 'fatal', err: unknown, message: string): void => {
    try {
      log[level]({ err }, message);
    } catch {
      // What cannot even be logged, like an error whose properties throw, must not end the program.
    }
  };
  const giveUp = (error: unknown): void => {
    // An error on the way out must not begin it again.
    if (isEnding) return;
    isEnding = true;
    note('fatal', error, 'the program ends');
    try {
      tell(
        `Tillroom had to close because of an unexpected error: ${messageOf(error)} All confirmed sales are saved. Start Tillroom again. If it happens again, send the newest file in ${logFolder} with your question.`,
      );
    } finally {
      exit(1);
    }
  };
  const handle = (error: unknown): void => {
    const isSound = isOutside(error) || (writes?.idle && !(error instanceof UnsafeTransactionError));
    if (!isSound) giveUp(error);
    else note('error', error, 'an error that nothing handled');
  };

  process.on('uncaughtException', handle);
  process.on('unhandledRejection', handle);
  return {
    watch: (theirs) => {
      writes = theirs;
    },
    giveUp,
  };
}

function isOutside(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return 'code' in error && typeof error.code === 'string' && OUTSIDE.test(error.code);
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.endsWith('.') ? message : `${message}.`;
}
