import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { at } from './project.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([-._].*)?$/i;
/** The licence text for packages that name the MIT licence but do not include it. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** @typedef {{ name: string, version: string, license?: unknown, licenses?: { type: string }[], author?: unknown,
 *   homepage?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Manifest */

/** @param {string} folder @returns {Manifest} */
const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * The folder of the package that a bundled module belongs to.
 * @param {string} moduleId as the bundler names it
 * @returns {string | undefined} undefined for a module of our own
 */
export function packageFolderOf(moduleId) {
  const [path = ''] = moduleId.replace(/^\0/, '').split('?');
  const parts = path.split(/[\\/]/);
  const index = parts.lastIndexOf('node_modules');
  const isScoped = parts[index + 1]?.startsWith('@');
  if (index < 0) return undefined;
  const folder = parts.slice(0, index + (isScoped ? 3 : 2)).join(sep);
  return existsSync(join(folder, 'package.json')) ? folder : undefined;
}

/** The folders of all packages that ship beside the bundle: the dependencies in package.json, and theirs. */
export function productionPackages() {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} from @param {Manifest} manifest */
  const addThoseOf = (from, { dependencies = {}, optionalDependencies = {} }) => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const folder = installed(name, from);
      if (folder === undefined || found.has(folder)) continue;
      found.add(folder);
      addThoseOf(folder, manifestOf(folder));
    }
  };
  addThoseOf(at(), manifestOf(at()));
  return [...found];
}

/** The folder of a package that another one depends on; undefined for an optional one of another system.
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function installed(name, from) {
  const folder = join(from, 'node_modules', ...name.split('/'));
  if (existsSync(join(folder, 'package.json'))) return folder;
  return dirname(from) === from ? undefined : installed(name, dirname(from));
}

/** The notices of what is used and is no package, as files. */
const OTHER_NOTICES = at('resources/notices');

/**
 * The text of all notices: each package once, with its version, licence and full licence text.
 * @param {Iterable<string>} folders of packages
 * @throws when a package has neither a licence text nor a licence whose text is known here
 */
export function noticesOf(folders) {
  const packages = new Map();
  for (const folder of folders) {
    const manifest = manifestOf(folder);
    packages.set(`${manifest.name} ${manifest.version}`, { folder, manifest });
  }
  const sections = [...packages].sort(([one], [other]) => (one < other ? -1 : 1)).map(sectionOf);
  return [
    'Tillroom includes this third-party software. The notices of Electron and Chromium are in files next to the program.',
    ...sections,
    ...readdirSync(OTHER_NOTICES).map((name) => readFileSync(join(OTHER_NOTICES, name), 'utf8').trim()),
    '',
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** @param {[string, { folder: string, manifest: Manifest }]} entry */
function sectionOf([title, { folder, manifest }]) {
  const licence = licenceOf(manifest);
  const texts = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name) && !/\.(js|ts|json)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  if (texts.length === 0) texts.push(standardText(manifest, licence));
  return [`${title}${licence ? ` (${licence})` : ''}`, manifest.homepage, ...texts]
    .filter(Boolean)
    .join('\n\n');
}

/** @param {Manifest} manifest */
function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license;
  return licenses?.map(({ type }) => type).join(' OR ') ?? '';
}

/** @param {Manifest} manifest @param {string} licence */
function standardText({ name, author }, licence) {
  if (licence !== 'MIT')
    throw new Error(`${name} comes without a licence text (${licence || 'none named'}).`);
  const holder = typeof author === 'string' ? author : /** @type {{ name?: string }} */ (author)?.name;
  return `Copyright (c) ${holder ?? `the authors of ${name}`}\n\n${MIT}`;
}
