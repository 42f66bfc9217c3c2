import { join } from 'node:path';
import { runScript } from './project.mjs';
import { setUp } from './setup.mjs';
import { runTool } from './tool.mjs';

/** `npm run torture -- --kills 300 --disk-errors 100 --seed 7`: kills the built app and lets its disk fail. */
await runScript(async () => {
  await setUp();
  return runTool(join('tests', 'torture', 'cli.ts'), process.argv.slice(2));
});
