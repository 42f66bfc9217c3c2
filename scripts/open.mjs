import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findChromium, isRoot, quietFlags } from './chromium.mjs';
import { writeFirstPage } from './first-page.mjs';
import { at, commandOf, ended, innerEnvironment, innerNode, run, runInner, Stop, start } from './project.mjs';

const SERVER = at('out', 'main', 'serve.js');
const ELECTRON_TRIAL_MS = 4000;
const ELECTRON_DOWNLOAD_MS = 600_000;

/** Whether there is a display for a window. */
const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @returns {string | undefined} Electron's program file, if it is downloaded */
function installedElectron() {
  const marker = at('node_modules', 'electron', 'path.txt');
  if (!existsSync(marker)) return undefined;
  const program = at('node_modules', 'electron', 'dist', readFileSync(marker, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** Whether the server that Electron is downloaded from responds at all. */
async function electronIsReachable() {
  const { version } = JSON.parse(readFileSync(at('node_modules', 'electron', 'package.json'), 'utf8'));
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(ELECTRON_TRIAL_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** @returns {Promise<string | undefined>} Electron's program file, downloaded if necessary and possible */
async function findElectron() {
  const installed = installedElectron();
  if (installed || !(await electronIsReachable())) return installed;
  process.stdout.write('Downloading Electron, once.\n');
  await runInner([commandOf('electron', 'install-electron')], {
    stdio: 'ignore',
    timeout: ELECTRON_DOWNLOAD_MS,
  });
  return installedElectron();
}

/**
 * Starts the browser entry point.
 * @param {NodeJS.ProcessEnv} environment
 */
function startServer(environment) {
  const node = innerNode();
  if (!node) throw new Stop('Node is missing from node_modules: run `npm ci`, then try again.');
  const child = start(node, [SERVER], { env: environment, stdio: ['inherit', 'pipe', 'inherit'] });
  const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdout) });
  /** @type {Promise<string>} */
  const listening = new Promise((resolve) => {
    lines.on('line', (line) => {
      process.stdout.write(`${line}\n`);
      const address = /https?:\/\/\S+/.exec(line);
      if (address) resolve(address[0]);
    });
  });
  const exitCode = ended(child);
  /** The address once it listens; undefined if it ended instead, after printing why. */
  const address = Promise.race([listening, exitCode.then(() => undefined)]);
  return { address, exitCode, stop: () => child.kill() };
}

/** The folder of the window's browser profile, beside the store.
 * @param {NodeJS.ProcessEnv} environment
 */
async function windowFolder(environment) {
  const { default: envPaths } = await import('env-paths');
  return join(environment.TILLROOM_DATA ?? envPaths('Tillroom', { suffix: '' }).data, 'window');
}

/**
 * Runs the browser entry point, in a window of its own if possible, and stops it when the window closes.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} the exit code
 */
async function openInBrowser(environment) {
  const server = startServer(environment);
  const address = await server.address;
  const chromium = hasDisplay ? findChromium() : undefined;
  if (!(address && chromium)) return server.exitCode;

  const folder = await windowFolder(environment);
  const profile = `--user-data-dir=${folder}`;
  const firstPage = address.includes('#') ? writeFirstPage(folder, address) : undefined;
  const window = start(chromium, [`--app=${firstPage?.url ?? address}`, profile, ...quietFlags], {
    stdio: 'ignore',
  });
  const windowClosed = ended(window).then(() => {
    server.stop();
    return 0;
  });
  const code = await Promise.race([windowClosed, server.exitCode]);
  window.kill();
  await Promise.all([windowClosed, server.exitCode]);
  firstPage?.remove();
  return code;
}

/**
 * Opens Tillroom in Electron, or through the browser entry point if Electron cannot be downloaded.
 * @param {NodeJS.ProcessEnv} [extra] variables for the app in addition to those of this process
 * @returns {Promise<number>} the exit code
 */
export async function openTillroom(extra = {}) {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...environment } = { ...innerEnvironment(), ...extra };
  if (!hasDisplay) {
    process.stdout.write('There is no screen here: Tillroom opens at an address, for a browser.\n');
    return openInBrowser(environment);
  }
  const electron = await findElectron();
  if (electron && isRoot) {
    process.stdout.write(
      'You are root, whom Chromium gives no sandbox: Tillroom is started with --no-sandbox. Use another account in a shop.\n',
    );
  }
  if (electron) return run(electron, [at('.'), ...(isRoot ? ['--no-sandbox'] : [])], { env: environment });
  process.stdout.write('Electron could not be downloaded: Tillroom opens in a browser instead.\n');
  return openInBrowser(environment);
}

/**
 * Runs only the browser entry point until it ends.
 * @param {NodeJS.ProcessEnv} [extra]
 */
export const serveTillroom = (extra = {}) => runInner([SERVER], { env: { ...innerEnvironment(), ...extra } });
