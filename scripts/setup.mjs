import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';
import { at, commandOf, innerNode, runInner, runNpm, runScript, Stop } from './project.mjs';

const LOCK = at('.setup-lock');
const INSTALLED = at('node_modules', '.cache', 'tillroom', 'installed');
const BUILT = at('out', '.built-from');

/** The sources of the built app. */
const SOURCES = [
  'src',
  'electron.vite.config.ts',
  'postcss.config.cjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest('hex');

/** @param {string} file */
const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Whether packages were installed since the lock file last changed, for example by hand. */
function installedByHand() {
  const done = at('node_modules', '.package-lock.json');
  return existsSync(done) && statSync(done).mtimeMs >= statSync(at('package-lock.json')).mtimeMs;
}

const wantedPackages = () =>
  digest(`${readFileSync(at('package-lock.json'), 'utf8')}${process.platform}-${process.arch}`);

const isInstalled = () => Boolean(innerNode()) && readIfThere(INSTALLED) === wantedPackages();
const isBuilt = () => readIfThere(BUILT) === sourceTraces();

/**
 * Runs a step of the set-up unless it is done. A second program that is started meanwhile waits for it.
 * @param {() => boolean} isDone
 * @param {() => Promise<void>} step
 */
async function once(isDone, step) {
  if (isDone()) return;
  await oneAtATime(
    LOCK,
    async () => {
      if (!isDone()) await step();
    },
    () => void process.stdout.write('Waiting for another start of Tillroom to finish setting up.\n'),
  );
}

/** Installs the packages of package-lock.json, unless exactly those are already installed. */
export const installIfNeeded = () => once(isInstalled, install);

async function install() {
  const wanted = wantedPackages();
  if (!(innerNode() && installedByHand())) {
    process.stdout.write('Installing what Tillroom needs. The first time this takes a minute or two.\n');
    const code = await runNpm(['ci', '--loglevel=error', '--no-audit', '--no-fund'], { env: process.env });
    if (code !== 0) throw new Stop('npm could not install what Tillroom needs; its message is above.');
    if (!innerNode()) {
      throw new Stop('npm did not install Node 24 (the package "node"): are install scripts disabled?');
    }
  }
  write(INSTALLED, wanted);
}

/** Names, sizes and times of all files under a path: changes when a file is edited, added or removed.
 * @param {string} path
 * @returns {string}
 */
function traces(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return '';
  if (stats.isDirectory()) {
    const names = readdirSync(path).sort();
    return names.map((name) => traces(join(path, name))).join('');
  }
  return `${path}:${stats.size}:${stats.mtimeMs}\n`;
}

const sourceTraces = () => digest(SOURCES.map((source) => traces(at(source))).join(''));

/** Builds the app into out/. */
export async function build() {
  const madeFrom = sourceTraces();
  const code = await runInner([commandOf('electron-vite'), 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new Stop('The build failed; the message is above.');
  write(BUILT, madeFrom);
}

/** Builds the app unless out/ was built from the current sources. */
export const buildIfNeeded = () =>
  once(isBuilt, async () => {
    process.stdout.write('Building Tillroom.\n');
    await build();
  });

/** Makes a fresh clone ready to run; does nothing if it already is. */
export async function setUp() {
  await installIfNeeded();
  await buildIfNeeded();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    if (!process.argv.includes('--build')) return void (await setUp());
    await installIfNeeded();
    await once(() => false, build);
  });
}
