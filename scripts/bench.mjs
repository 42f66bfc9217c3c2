import { readdirSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { at, runScript, Stop } from './project.mjs';
import { setUp } from './setup.mjs';
import { bundleThreads, runTool } from './tool.mjs';

const FOLDER = join('tests', 'bench');
const BYTES_PER_GIB = 2 ** 30;

/** `npm run bench` runs all benchmarks, `npm run bench -- sale` those with "sale" in their name. */
await runScript(async () => {
  await setUp();
  const asked = process.argv.slice(2);
  const benches = readdirSync(at(FOLDER))
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => asked.length === 0 || asked.some((part) => name.includes(part)));
  if (benches.length === 0) throw new Stop(`No bench in ${FOLDER} is called ${asked.join(' or ')}.`);

  const [processor] = cpus();
  const memory = `${Math.round(totalmem() / BYTES_PER_GIB)} GiB`;
  process.stdout.write(`${processor?.model.trim()} x ${cpus().length}, ${memory}, ${type()} ${release()}\n`);
  await bundleThreads();
  for (const bench of benches) {
    process.stdout.write(`\n${bench}\n`);
    const code = await runTool(join(FOLDER, bench));
    if (code !== 0) return code;
  }
  return 0;
});
