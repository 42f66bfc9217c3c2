import { runScript } from './project.mjs';
import { installIfNeeded } from './setup.mjs';
import { runTool } from './tool.mjs';

/** Backs up the store and its key; see `npm run backup -- --help`. */
await runScript(async () => {
  await installIfNeeded();
  return runTool('src/main/backup-cli.ts', process.argv.slice(2));
});
