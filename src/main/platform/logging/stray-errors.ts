import { UnsafeTransactionError } from '#main/platform/work/write-queue';
import type { Log } from './log';

/** Handles errors that nothing else handled. */
export interface StrayErrors {
  /** From now on the write queue decides whether the state is sound. Until then the program counts as starting. */
  watch(writes: { readonly idle: boolean }): void;
  /** Logs an error, shows the person a message and ends the program with code 1. */
  discard(error: unknown): void;
}

interface Needs {
  log: Log;
  /** The folder of the log, for the message. */
  logFolder: string;
  /** Shows a message to the person at the computer. */
  tell: (sentence: string) => void;
  exit: (code: number) => void;
}

/**
 * Codes of system and connection errors: Node's (ECONNRESET, EPIPE, ENOSPC), those of TLS, streams and HTTP, and those
 * of nodemailer (ESOCKET). SQLite does its own input and output, so these errors never concern the store.
 */
const OUTSIDE = /^(E[A-Z0-9]+|ERR_(TLS|SSL|SOCKET|STREAM|HTTP2?)_\w+|HPE_\w+|UND_ERR_\w+)$/;

/**
 * The last resort for the whole process: catches errors that nothing handled (`uncaughtException`,
 * `unhandledRejection`), logs them, and keeps the program running if its state is sound. It is sound
 * - after an error of a file, socket, pipe or mail connection, which concerns only that connection;
 * - after any other error while no unit of work runs or waits: everything confirmed is on disk, and nothing is half
 *   done.
 *
 * It is not sound while the program is starting, after an unknown error while a unit of work runs (it may have stopped
 * a part of the unit, which would be committed without it), and when the write queue reports that the state of its
 * transaction is unknown. Then the program ends, and SQLite rolls back the unfinished unit at the next start.
 */
export function catchStrayErrors({ log, logFolder, tell, exit }: Needs): StrayErrors {
  let writes: { readonly idle: boolean } | undefined;
  let isEnding = false;

  const note = (level: 'error' | 'fatal', err: unknown, message: string): void => {
    try {
      log[level]({ err }, message);
    } catch {
      // An error that cannot be logged, for example because its properties throw, must not end the program.
    }
  };
  const discard = (error: unknown): void => {
    // An error while ending must not start this again.
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
    if (!isSound) discard(error);
    else note('error', error, 'an error that nothing handled');
  };

  process.on('uncaughtException', handle);
  process.on('unhandledRejection', handle);
  return {
    watch: (theirs) => {
      writes = theirs;
    },
    discard,
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
