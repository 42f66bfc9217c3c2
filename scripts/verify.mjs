import { runScript } from './project.mjs';
import { installIfNeeded } from './setup.mjs';
import { runTool } from './tool.mjs';

/** Checks the log of the store: `npm run verify -- --help` says how. */
await runScript(async () => {
  await installIfNeeded();
  return runTool('src/main/verify-cli.ts', process.argv.slice(2));
});
