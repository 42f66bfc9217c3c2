import type { Log } from '#main/platform/logging/log';
import type { UnsafeTransactionError, WriteQueueEvents } from './write-queue';

/**
 * Ends the program when the write queue can no longer tell what is on disk, so that it never confirms anything that
 * may be lost. The next start reads the file again, which is consistent.
 * @param end ends the program; by default it also prints a sentence to standard error
 */
export function failStop(
  log: Log,
  end: (error: UnsafeTransactionError) => void = (error) => printAndExit(log, error),
): WriteQueueEvents {
  return {
    onFatal: end,
    onHookFailure(error) {
      log.error({ err: error }, 'something failed after a change was committed');
    },
  };
}

function printAndExit(log: Log, error: UnsafeTransactionError): void {
  log.fatal({ err: error }, 'the program stops, because the state of the database is in doubt');
  process.stderr.write(
    `${error.message}\nTillroom has stopped. Start it again; everything it confirmed is there.\n`,
  );
  process.exit(1);
}
