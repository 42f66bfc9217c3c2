import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noticesOf, packageFolderOf, productionPackages } from '../../../scripts/third-party-notices.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const notices = readFileSync(path.join(root, 'out/renderer/third-party-notices.txt'), 'utf8');

/** The headings of the notices: name and version of each package. */
const named = notices
  .split(/\n\n-{80}\n\n/)
  .slice(1)
  .map((section) => section.split('\n')[0] ?? '');
const nameOf = (heading: string) => heading.split(' ')[0];

test('every package shipped beside the bundle is listed with its version and licence text', () => {
  const shipped = productionPackages();
  expect(shipped.length).toBeGreaterThan(20);
  for (const folder of shipped) {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    expect(
      named.some((heading) => heading.startsWith(`${name} ${version}`)),
      name,
    ).toBe(true);
  }
  expect(notices).toContain('Permission is hereby granted');
  expect(notices).toContain('SIL OPEN FONT LICENSE');
});

test('every package that our own code imports is listed, whether it is shipped or bundled', () => {
  const sources = importedPackages();
  expect(sources.length).toBeGreaterThan(20);
  const names = new Set(named.map(nameOf));
  expect(sources.filter((name) => !names.has(name))).toEqual([]);
});

test('what is used and is no package is listed with its licence text', () => {
  expect(named).toContain('GS1 Barcode Syntax Dictionary (Apache-2.0)');
  expect(notices).toContain('Copyright (c) 2021-2025 GS1 AISBL');
});

test('packages bundled for a worker and indirect dependencies are listed too', () => {
  const names = new Set(named.map(nameOf));
  for (const name of ['@zxing/library', '@orpc/shared', 'scheduler', '@mantine/store']) {
    expect([...names]).toContain(name);
  }
});

test('a package without a licence text stops the build', () => {
  const folder = path.join(root, 'tests/support');
  expect(() => noticesOf([folder])).toThrow();
});

test('a module belongs to the innermost package around it', () => {
  const folder = packageFolderOf(path.join(root, 'node_modules/zod/index.js?query'));
  expect(folder).toBe(path.join(root, 'node_modules/zod'));
  expect(packageFolderOf(path.join(root, 'src/main/main.ts'))).toBeUndefined();
});

/** Packages with value imports in src; type imports leave nothing in the bundle. */
function importedPackages(): string[] {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
  const text = sourceFiles()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  return Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) =>
      name !== 'electron' &&
      new RegExp(
        `^(import (?!type )[^;]*?from |import |\\} from )'${name.replace(/[/.-]/g, '\\$&')}['/]`,
        'm',
      ).test(text),
  );
}

function sourceFiles(): string[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => path.join(root, file));
}
