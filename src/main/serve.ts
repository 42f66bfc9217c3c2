import path from 'node:path';
import { openLoopbackServer } from './browser/loopback-server';
import { chosenPort } from './browser/port';
import { dataFolder } from './data-folder';
import { endFailedStart } from './failed-start';
import { keepPrivate } from './private-files';
import { openProgram, type Program } from './program';
import { openWindowFiles } from './window-files';

const tell = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** The browser entry: the same app behind a loopback address, until it is told to stop. */
async function serve(): Promise<void> {
  const port = chosenPort(process.env.TILLROOM_PORT);
  const folder = dataFolder();
  const openToOthers = keepPrivate(folder);
  await openProgram({ folder, openToOthers, tell, exit: process.exit }, (program) => present(program, port));
}

async function present({ store, lock, close }: Program, port: number): Promise<void> {
  const files = openWindowFiles(path.join(import.meta.dirname, '../renderer'));
  const server = await openLoopbackServer(store, files, port);
  lock.tellAddress(server.url);
  process.stdout.write(`Tillroom is open at ${server.url}\n`);

  const stop = async () => {
    await server.close();
    process.exit((await close()) ? 0 : 1);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

serve().catch((error: unknown) => endFailedStart(error, { tell, exit: process.exit }));
