import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const environment = process.env;

/** The folder in which `playwright install` puts its browsers. */
function playwrightFolder() {
  if (environment.PLAYWRIGHT_BROWSERS_PATH) return environment.PLAYWRIGHT_BROWSERS_PATH;
  if (process.platform === 'win32') return join(environment.LOCALAPPDATA ?? homedir(), 'ms-playwright');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  return join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

/** The paths of Chromium where Playwright installs it, newest first. */
function playwrightPlaces() {
  const folder = playwrightFolder();
  const inside = {
    win32: [
      ['chrome-win64', 'chrome.exe'],
      ['chrome-win', 'chrome.exe'],
    ],
    darwin: [
      ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
      ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
      ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ],
    linux: [
      ['chrome-linux64', 'chrome'],
      ['chrome-linux', 'chrome'],
    ],
  }[process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'];
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  versions.sort((one, other) => Number(other.slice(9)) - Number(one.slice(9)));
  return versions.flatMap((version) => inside.map((parts) => join(folder, version, ...parts)));
}

/** The paths where the system's own installers put a Chromium. */
function systemPlaces() {
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      programs.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return folders.flatMap((folder) => (folder ? programs.map((parts) => join(folder, ...parts)) : []));
  }
  const folders = [
    ...(environment.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return folders.filter(Boolean).flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

/** Whether there is a working program at a path, and not only the stub that some systems put there.
 * @param {string} place
 */
function works(place) {
  try {
    accessSync(place, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows, --version would open a window.
  return process.platform === 'win32' || spawnSync(place, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Finds a Chromium, Chrome or Edge on this machine: the one in TILLROOM_CHROMIUM, otherwise preferably Playwright's.
 * @returns {string | undefined} its program file
 */
export function findChromium() {
  if (environment.TILLROOM_CHROMIUM) return environment.TILLROOM_CHROMIUM;
  return [...playwrightPlaces(), ...systemPlaces()].find(works);
}

/** Whether this is root, for whom Chromium refuses to use its sandbox. */
export const isRoot = process.getuid?.() === 0;

/** Flags that turn off Chromium's background requests and first-run pages. */
export const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];
