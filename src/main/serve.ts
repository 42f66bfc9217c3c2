import path from 'node:path';
import { openLoopbackServer } from './browser/loopback-server';
import { dataFolder } from './data-folder';
import { StoreFileError } from './database/store-file-error';
import { keepPrivate } from './private-files';
import { openProgram } from './program';
import { openWindowFiles } from './window-files';

/** The browser entry: the same app behind a loopback address, until it is told to stop. */
async function serve(): Promise<void> {
  const folder = dataFolder();
  const program = await openProgram({
    folder,
    openToOthers: keepPrivate(folder),
    tell: (sentence) => process.stderr.write(`${sentence}\n`),
    exit: process.exit,
  });
  const files = openWindowFiles(path.join(import.meta.dirname, '../renderer'));
  const server = await openLoopbackServer(program.store, files, Number(process.env.TILLROOM_PORT ?? 0));
  program.lock.tellAddress(server.url);
  tellWhereItIs(server.url, program.store.services.setupCode.current);

  const stop = async () => {
    await server.close();
    process.exit((await program.close()) ? 0 : 1);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Prints the address, for a new store with the setup code in it, which the window then does not ask for. */
function tellWhereItIs(url: string, setupCode: string | null): void {
  if (setupCode !== null) {
    process.stdout.write(`Setup code: ${setupCode} (needed once, to create the store in a browser)\n`);
  }
  const fragment = setupCode === null ? '' : `#setup=${setupCode}`;
  process.stdout.write(`Tillroom is open at ${url}${fragment}\n`);
}

serve().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof StoreFileError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
