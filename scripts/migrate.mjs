import { runScript } from './project.mjs';
import { installIfNeeded } from './setup.mjs';
import { runTool } from './tool.mjs';

/** Lists, runs and creates migrations; see `npm run migrate`. */
await runScript(async () => {
  await installIfNeeded();
  return runTool('src/main/migrate-cli.ts', process.argv.slice(2));
});
