import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, whatever the working directory is. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);

/** An error that the person at the keyboard can act on: shown as a message without a stack. */
export class Stop extends Error {}

/** Runs a script. A Stop ends it with its message; any other error is a bug and shows its stack.
 * @param {() => Promise<number | undefined>} script returns the exit code
 */
export async function runScript(script) {
  try {
    process.exitCode = (await script()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The oldest Node version that all tools and the product itself support. */
const INNER_NODE_MAJOR = 24;

/**
 * The Node that runs everything but these scripts: the same version as Electron's, installed by npm with the libraries.
 * The machine's own Node may be older and only needs to be able to install this one.
 */
export function innerNode() {
  const installed = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) return installed;
  if (Number.parseInt(process.versions.node, 10) >= INNER_NODE_MAJOR) return process.execPath;
  return undefined;
}

/** The script of a package's command, so that running it needs neither a shell nor npm's shims.
 * @param {string} packageName
 * @param {string} command
 */
export function commandOf(packageName, command = packageName) {
  const folder = at('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** The environment in which `node` and all installed commands are the project's own. */
export function innerEnvironment() {
  const node = innerNode();
  const own = [...(node ? [dirname(node)] : []), at('node_modules', '.bin')];
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [pathName]: [...own, process.env[pathName]].join(delimiter) };
}

/**
 * Starts a program in the repository's folder, with the terminal's input and output.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(program, args, options = {}) {
  return spawn(program, args, { cwd: root, stdio: 'inherit', env: innerEnvironment(), ...options });
}

/**
 * Waits for a started program. Signals that end this script are passed to it first, so that no process is left behind.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 */
export async function ended(child) {
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  // The terminal already sends SIGINT to the child; this script only must outlive it.
  const wait = () => undefined;
  process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', wait);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    process.off('SIGTERM', pass).off('SIGHUP', pass).off('SIGINT', wait);
  }
}

/**
 * Runs a program until it ends.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const run = (program, args, options) => ended(start(program, args, options));

/**
 * Runs a script on the project's own Node until it ends.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runInner(args, options) {
  const node = innerNode();
  if (!node) throw new Stop('Node is missing from node_modules: run `npm ci`, then try again.');
  return run(node, args, options);
}

/**
 * Runs npm until it ends: the one that started this script, otherwise the one in the path.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNpm(args, options) {
  const npmScript = process.env.npm_execpath;
  return npmScript?.endsWith('.js')
    ? run(process.execPath, [npmScript, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}
