import { runScript } from './project.mjs';
import { installIfNeeded } from './setup.mjs';
import { runTool } from './tool.mjs';

/** Checks the log of the store; see `npm run verify -- --help`. */
await runScript(async () => {
  await installIfNeeded();
  return runTool('src/main/verify-cli.ts', process.argv.slice(2));
});
