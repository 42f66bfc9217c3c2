import type { Log } from '#main/platform/logging/log';
import type { UnsafeTransactionError, WriteQueueEvents } from './write-queue';

/**
 * What the program does when the write queue can no longer tell what is on disk: it ends rather than confirm
 * something that may be lost. The next start reads the file again, which is sound.
 * @param end ends the program; by default with a sentence on its standard error
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
