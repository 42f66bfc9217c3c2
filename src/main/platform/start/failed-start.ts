import path from 'node:path';
import { StoreFileError } from '#main/platform/database/store-file-error';
import { asStoreFileError } from '#main/platform/database/why-not-opened';
import { dataFolder } from '#main/platform/files/data-folder';
import { openLog } from '#main/platform/logging/log';
import { StartFailure } from './start-failure';

interface Ending {
  /** Shows a message to the person at the computer. */
  tell: (sentence: string) => void;
  exit: (code: number) => void;
}

/**
 * Ends a failed start: writes the error with its stack to the log if there can be one, shows the person a message with
 * what to do, and ends the program with code 1. It never throws.
 */
export function endFailedStart(error: unknown, { tell, exit }: Ending): void {
  try {
    const folder = folderIfKnown();
    const failure = folder === undefined ? error : asStoreFileError(error, folder);
    const logs = folder === undefined ? undefined : path.join(folder, 'logs');
    const logged = logs !== undefined && noted(error, failure, logs) ? logs : undefined;
    tell(failure instanceof StartFailure ? failure.message : unexpected(failure, logged));
  } finally {
    exit(1);
  }
}

function folderIfKnown(): string | undefined {
  try {
    return dataFolder();
  } catch {
    return undefined;
  }
}

/** Logs why the start failed; returns whether the log could be written. */
function noted(error: unknown, failure: unknown, folder: string): boolean {
  // In a folder that another Tillroom has open, the log belongs to that one.
  if (failure instanceof StoreFileError && failure.problem === 'IN_USE') return false;
  try {
    const { log, state } = openLog(folder);
    log.fatal({ err: error }, 'Tillroom could not start');
    return !state.failing;
  } catch {
    return false;
  }
}

function unexpected(error: unknown, logFolder: string | undefined): string {
  const message = (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  const next =
    logFolder === undefined
      ? 'Send this sentence with your question.'
      : `Send the newest file in ${logFolder} with your question.`;
  return `Tillroom cannot start because of an unexpected error: ${message}. Restart the computer and try again. If it happens again: ${next}`;
}
