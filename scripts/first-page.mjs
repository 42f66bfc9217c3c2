import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes a page, readable only by its owner, that redirects to an address. Other accounts on this computer can see the
 * arguments of a program, so they must not contain the setup code.
 * @param {string} folder
 * @param {string} address
 * @returns {{ url: string, remove(): void }}
 */
export function writeFirstPage(folder, address) {
  const file = join(folder, 'first-page.html');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  const { href } = new URL(address);
  writeFileSync(file, `<!doctype html><meta http-equiv="refresh" content="0; url=${href}">\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  return { url: pathToFileURL(file).href, remove: () => rmSync(file, { force: true }) };
}
