import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPackage, extractAll } from '@electron/asar';
import { build, Platform } from 'electron-builder';

const root = path.resolve(import.meta.dirname, '../..');

/** Files that electron-builder expects in Electron's distribution, which may not be available. */
const DISTRIBUTION_FILES = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'version'];

async function makeDistribution(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  for (const name of DISTRIBUTION_FILES) await writeFile(path.join(folder, name), '');
  await writeFile(path.join(folder, 'electron'), '#!/bin/sh\n');
  await chmod(path.join(folder, 'electron'), 0o755);
  const defaultApp = path.join(folder, 'default-app');
  await mkdir(defaultApp);
  await writeFile(path.join(defaultApp, 'package.json'), '{}');
  await createPackage(defaultApp, path.join(folder, 'resources/default_app.asar'));
}

/**
 * Packs the built app for Linux as it ships, but around a stand-in for Electron's distribution, and unpacks the archive
 * again. The fuses are left out, since they are set in Electron's binary.
 * @param folder an empty folder for all of these files
 * @returns the folder of the unpacked archive
 */
export async function packApp(folder: string): Promise<string> {
  const distribution = path.join(folder, 'distribution');
  const output = path.join(folder, 'packed');
  await makeDistribution(distribution);
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: path.join(root, 'electron-builder.yml'),
      directories: { output },
      electronDist: distribution,
      electronFuses: null,
    },
  });
  const unpacked = path.join(folder, 'unpacked');
  extractAll(path.join(output, 'linux-unpacked/resources/app.asar'), unpacked);
  return unpacked;
}
