import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fillDemoStore } from '#main/open-demo';
import { type FolderLock, lockFolder } from '#main/platform/database/folder-lock';
import { privacyWarning } from '#main/platform/files/private-files';
import type { SecretBox } from '#main/platform/files/secret-box';
import { logOf, openLog } from '#main/platform/logging/log';
import { catchStrayErrors } from '#main/platform/logging/stray-errors';
import { VERSION } from '#main/platform/version';
import { failStop } from '#main/platform/work/fail-stop';
import { openStore, type Store } from '#main/store';

interface Options {
  folder: string;
  /** What `keepPrivate` could not restrict in the folder: logged, and printed once. */
  openToOthers: readonly string[];
  keychain?: () => SecretBox | undefined;
  /** Shows a message before the program ends because of an error. */
  tell: (sentence: string) => void;
  exit: (code: number) => void;
}

/** What both entry points run: the store of a data folder, which no other process has open. */
export interface Program {
  store: Store;
  lock: FolderLock;
  /**
   * Closes the store and releases the folder. It never fails and takes at most 15 seconds, so that the program can
   * always end; failures are logged.
   * @returns whether the store was closed properly
   */
  close(): Promise<boolean>;
}

const CLOSING_MS = 15_000;

/**
 * Opens the store of a data folder for the lifetime of the process, with its log and the handler for errors that
 * nothing else handles, and then its user interface. `TILLROOM_DEMO=1` fills a new store with the demo.
 * @param present opens the window or the server; if it fails, the store is closed again
 * @throws StartFailure or anything else that failed, for `endFailedStart`
 */
export async function openProgram(
  options: Options,
  present: (program: Program) => Promise<void>,
): Promise<void> {
  const program = await openStoreOf(options);
  try {
    if (process.env.TILLROOM_DEMO === '1')
      await fillDemoStore(program.store, (line) => process.stdout.write(`${line}\n`));
    await present(program);
  } catch (error) {
    await program.close();
    throw error;
  }
}

async function openStoreOf({ folder, openToOthers, keychain, tell, exit }: Options): Promise<Program> {
  const lock = lockFolder(folder);
  const logFolder = path.join(folder, 'logs');
  const { log, state: logState } = openLog(logFolder);
  const strayErrors = catchStrayErrors({ log, logFolder, tell, exit });
  log.info({ version: VERSION, folder }, 'Tillroom starts');
  const warning = openToOthers.length > 0 ? privacyWarning(openToOthers) : null;
  if (warning) log.warn({ openToOthers }, warning);
  const store = await openStore({
    folder,
    log,
    logState,
    keychain: keychain?.(),
    writeEvents: {
      ...failStop(logOf(log, 'database'), strayErrors.discard),
      mayWrite: () => lock.isHeld(),
    },
  });
  strayErrors.watch(store.database.writes);
  // Printed only now, because a failed start prints only why it failed.
  if (warning) process.stderr.write(`${warning}\n`);

  return {
    store,
    lock,
    async close() {
      try {
        await Promise.race([store.close(), tooLong()]);
        lock.release();
        return true;
      } catch (error) {
        // The system releases the folder's lock when the process ends.
        log.error({ err: error }, 'the store was not closed in good order');
        return false;
      }
    },
  };
}

async function tooLong(): Promise<never> {
  await wait(CLOSING_MS, undefined, { ref: false });
  throw new Error(`Closing took longer than ${CLOSING_MS / 1000} seconds`);
}
