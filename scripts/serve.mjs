import { serveTillroom } from './open.mjs';
import { runScript } from './project.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  await setUp();
  return serveTillroom();
});
