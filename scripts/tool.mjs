import { basename, join } from 'node:path';
import { at, commandOf, runInner, Stop } from './project.mjs';

/**
 * Runs a TypeScript program of the repository like the product: bundled, then on plain Node, so that a benchmark
 * measures what is shipped and not a loader.
 * @param {string} entry its path from the root
 * @param {string[]} [args]
 * @returns {Promise<number>} its exit code
 */
export async function runTool(entry, args = []) {
  const folder = at('out', 'tools');
  const flags = ['--target', 'node24', '--emptyOutDir', 'false', '--logLevel', 'warn'];
  const code = await runInner([commandOf('vite'), 'build', '--ssr', entry, '--outDir', folder, ...flags]);
  if (code !== 0) throw new Stop(`${entry} could not be bundled; the message is above.`);
  return runInner([join(folder, basename(entry).replace(/\.ts$/, '.js')), ...args]);
}
