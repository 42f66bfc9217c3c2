import { basename, join } from 'node:path';
import { at, commandOf, runInner, Stop } from './project.mjs';

const FOLDER = at('out', 'tools');

/**
 * Runs a TypeScript program of the repository like the product: bundled, then on plain Node, so that a benchmark
 * measures what is shipped and not a loader.
 * @param {string} entry its path from the root
 * @param {string[]} [args]
 * @returns {Promise<number>} its exit code
 */
export async function runTool(entry, args = []) {
  await bundle(entry);
  return runInner([join(FOLDER, basename(entry).replace(/\.ts$/, '.js')), ...args]);
}

/** Bundles what a program that opens a store runs in threads; call it before {@link runTool}. */
export async function bundleThreads() {
  for (const thread of ['reading', 'drawing']) await bundle(`src/main/${thread}-worker.ts`);
}

/** @param {string} entry */
async function bundle(entry) {
  const flags = ['--target', 'node24', '--emptyOutDir', 'false', '--logLevel', 'warn'];
  const code = await runInner([commandOf('vite'), 'build', '--ssr', entry, '--outDir', FOLDER, ...flags]);
  if (code !== 0) throw new Stop(`${entry} could not be bundled; the message is above.`);
}
