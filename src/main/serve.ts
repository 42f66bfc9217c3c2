import path from 'node:path';
import { openLoopbackServer } from './browser/loopback-server';
import { dataFolder } from './data-folder';
import { lockFolder } from './database/folder-lock';
import { StoreFileError } from './database/store-file-error';
import { fillDemoStore } from './demo';
import { openLog } from './log';
import { openStore } from './store';
import { openWindowFiles } from './window-files';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** The browser entry: the same app behind a loopback address, until it is told to stop. */
async function serve(): Promise<void> {
  const folder = dataFolder();
  const lock = lockFolder(folder);
  const log = openLog(path.join(folder, 'logs'));
  const store = await openStore({ folder, log });
  if (process.env.TILLROOM_DEMO === '1') await fillDemoStore(store, print);
  const files = openWindowFiles(path.join(import.meta.dirname, '../renderer'));
  const server = await openLoopbackServer(store, files, Number(process.env.TILLROOM_PORT ?? 0));
  lock.tellAddress(server.url);
  print(`Tillroom is open at ${server.url}`);

  const stop = async () => {
    await server.close();
    await store.close();
    lock.release();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

serve().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof StoreFileError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
