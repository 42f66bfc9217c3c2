import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTillroom } from './open.mjs';
import { runScript } from './project.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  await setUp();
  const folder = await mkdtemp(join(tmpdir(), 'tillroom-demo-'));
  try {
    return await openTillroom({ TILLROOM_DEMO: '1', TILLROOM_DATA: folder });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
