import path from 'node:path';
import { openLoopbackServer } from '#main/browser/loopback-server';
import { chosenPort } from '#main/browser/port';
import { dataFolder } from '#main/platform/files/data-folder';
import { keepPrivate } from '#main/platform/files/private-files';
import { openWindowFiles } from '#main/platform/files/window-files';
import { endFailedStart } from '#main/platform/start/failed-start';
import { openProgram, type Program } from '#main/program';

const tell = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** The browser entry point: serves the app on a loopback address until it receives a signal to stop. */
async function serve(): Promise<void> {
  const port = chosenPort(process.env.TILLROOM_PORT);
  const folder = dataFolder();
  const openToOthers = keepPrivate(folder);
  await openProgram({ folder, openToOthers, tell, exit: process.exit }, (program) => present(program, port));
}

async function present({ store, lock, close }: Program, port: number): Promise<void> {
  const files = openWindowFiles(path.join(import.meta.dirname, '../renderer'));
  const server = await openLoopbackServer(store, files, port);
  const stop = async () => {
    await server.close();
    process.exit((await close()) ? 0 : 1);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Last, because a program that reads the address may end this one immediately, and that must close the store.
  lock.printAddress(server.url);
  printAddressOnce(server.url, store.services.setupCode.current);
}

/** Prints the address. For a new store it contains the setup code, so that the window does not ask for it. */
function printAddressOnce(url: string, setupCode: string | null): void {
  if (setupCode !== null) {
    process.stdout.write(`Setup code: ${setupCode} (needed once, to create the store in a browser)\n`);
  }
  const fragment = setupCode === null ? '' : `#setup=${setupCode}`;
  process.stdout.write(`Tillroom is open at ${url}${fragment}\n`);
}

serve().catch((error: unknown) => endFailedStart(error, { tell, exit: process.exit }));
