import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { options, rules } from '../../../.dependency-cruiser.mjs';

/** A house in which everything is where it belongs. */
const SOUND: Record<string, string> = {
  'package.json': JSON.stringify({ type: 'module', imports: { '#shared/*': './src/shared/*.ts' } }),
  'src/shared/kernel/money.ts': `import { z } from 'zod'; export const money = z.number();`,
  'src/shared/contract/sales.ts': `import { money } from '../kernel/money'; export const sales = money;`,
  'src/shared/contract/index.ts': `import { sales } from './sales'; export const contract = { sales };`,
  'src/main/main.ts': `import { app } from 'electron'; import './desktop/window'; import './store'; app.quit();`,
  'src/main/serve.ts': `import './store';`,
  'src/main/preload.ts': `import { ipcRenderer } from 'electron'; ipcRenderer.send('port');`,
  'src/main/store.ts': `import './database/data-source'; import './router';`,
  'src/main/router.ts': `import './features/sales/sales.procedures'; import './features/stock/stock.procedures';`,
  'src/main/desktop/window.ts': `import { BrowserWindow } from 'electron'; export const open = () => new BrowserWindow();`,
  'src/main/database/data-source.ts': `import { DataSource } from 'typeorm'; import { Order } from '../features/sales/order.entity';
    import { Movement } from '../features/stock/movement.entity'; export const a = [DataSource, Order, Movement];`,
  'src/main/features/sales/order.entity.ts': `import { Entity } from 'typeorm'; export const Order = Entity;`,
  'src/main/features/sales/sales.queries.ts': `import type { Order } from './order.entity'; export const rows: Order[] = [];`,
  'src/main/features/sales/sales.service.ts': `import { rows } from './sales.queries'; import { stock } from '../stock/stock.service';
    export const sales = [rows, stock];`,
  'src/main/features/sales/sales.procedures.ts': `import { contract } from '#shared/contract/index'; import { sales } from './sales.service';
    export const procedures = [contract, sales];`,
  'src/main/features/stock/movement.entity.ts': `export class Movement {}`,
  'src/main/features/stock/stock.service.ts': `import { Movement } from './movement.entity'; export const stock = Movement;`,
  'src/main/features/stock/stock.procedures.ts': `import { stock } from './stock.service'; export const procedures = stock;`,
  'src/renderer/main.tsx': `import './app/shell';`,
  'src/renderer/app/shell.tsx': `import '../features/sales/sales-page'; import '../features/stock/stock-page';`,
  'src/renderer/features/sales/sales-page.tsx': `import '../../components/table';`,
  'src/renderer/features/stock/stock-page.tsx': `import '../../components/table';`,
  'src/renderer/components/table.tsx': `import { createElement } from 'react'; import { format } from '../lib/format'; export const t = [createElement, format];`,
  'src/renderer/lib/format.ts': `import { contract } from '#shared/contract/index'; export const format = contract;`,
  'tests/unit/sales.test.ts': `import '../../src/main/features/sales/order.entity';`,
};

/** For each rule, lines that break it when they are added to a file of the sound house. */
const BREACHES: { rule: string; file: string; adds: string }[] = [
  { rule: 'shared-stands-alone', file: 'src/shared/kernel/money.ts', adds: `import 'node:fs';` },
  { rule: 'shared-stands-alone', file: 'src/shared/contract/sales.ts', adds: `import 'react';` },
  {
    rule: 'renderer-knows-no-main',
    file: 'src/renderer/lib/format.ts',
    adds: `import type {} from '../../main/router';`,
  },
  { rule: 'renderer-knows-no-main', file: 'src/renderer/lib/format.ts', adds: `import 'typeorm';` },
  { rule: 'renderer-knows-no-node', file: 'src/renderer/lib/format.ts', adds: `import 'node:path';` },
  { rule: 'main-knows-no-renderer', file: 'src/main/store.ts', adds: `import '../renderer/lib/format';` },
  { rule: 'main-knows-no-renderer', file: 'src/main/store.ts', adds: `import 'react';` },
  {
    rule: 'product-knows-no-tests',
    file: 'src/main/store.ts',
    adds: `import '../../tests/unit/sales.test';`,
  },
  {
    rule: 'electron-stays-in-desktop',
    file: 'src/main/store.ts',
    adds: `import type { App } from 'electron';`,
  },
  { rule: 'electron-stays-in-desktop', file: 'src/main/serve.ts', adds: `await import('electron');` },
  { rule: 'desktop-is-composed-by-main', file: 'src/main/serve.ts', adds: `import './desktop/window';` },
  {
    rule: 'features-meet-at-services',
    file: 'src/main/features/sales/sales.service.ts',
    adds: `import type { Movement } from '../stock/movement.entity';`,
  },
  {
    rule: 'procedures-hand-over',
    file: 'src/main/features/sales/sales.procedures.ts',
    adds: `import type { Order } from './order.entity';`,
  },
  {
    rule: 'nothing-below-procedures-knows-them',
    file: 'src/main/features/sales/sales.service.ts',
    adds: `import '../stock/stock.procedures';`,
  },
  {
    rule: 'queries-know-no-service',
    file: 'src/main/features/sales/sales.queries.ts',
    adds: `import '../stock/stock.service';`,
  },
  {
    rule: 'entities-know-entities',
    file: 'src/main/features/stock/movement.entity.ts',
    adds: `import '../sales/sales.queries';`,
  },
  {
    rule: 'database-knows-entities-only',
    file: 'src/main/database/data-source.ts',
    adds: `import '../features/sales/sales.service';`,
  },
  {
    rule: 'features-are-composed',
    file: 'src/main/features/stock/stock.service.ts',
    adds: `import '../../store';`,
  },
  {
    rule: 'renderer-features-stand-alone',
    file: 'src/renderer/features/sales/sales-page.tsx',
    adds: `import '../stock/stock-page';`,
  },
  {
    rule: 'renderer-knows-no-app',
    file: 'src/renderer/features/sales/sales-page.tsx',
    adds: `import '../../app/shell';`,
  },
  {
    rule: 'renderer-components-know-no-feature',
    file: 'src/renderer/components/table.tsx',
    adds: `import '../features/stock/stock-page';`,
  },
  {
    rule: 'renderer-lib-knows-no-component',
    file: 'src/renderer/lib/format.ts',
    adds: `import '../components/table';`,
  },
  { rule: 'no-cycles', file: 'src/shared/kernel/money.ts', adds: `import type {} from '../contract/sales';` },
  { rule: 'no-barrels', file: 'src/main/features/sales/index.ts', adds: `export * from './sales.service';` },
  {
    rule: 'no-dead-files',
    file: 'src/main/features/sales/forgotten.ts',
    adds: `export const forgotten = 1;`,
  },
  { rule: 'no-unknown-imports', file: 'src/main/store.ts', adds: `import './nowhere';` },
];

let root: string;

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
};

/** The names of the rules that the house breaks as it stands. */
const brokenRules = async (): Promise<string[]> => {
  const { output } = await cruise(['src', 'tests'], {
    ...options,
    ruleSet: { forbidden: rules },
    validate: true,
    baseDir: root,
    preserveSymlinks: true,
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map((violation) => violation.rule.name);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tillroom-house-'));
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  await Promise.all(Object.entries(SOUND).map(([file, text]) => write(file, text)));
});

afterEach(() => rm(root, { recursive: true }));

test('a house in order breaks no rule', async () => {
  expect(await brokenRules()).toEqual([]);
});

test.for(BREACHES)('$rule: not "$adds" in $file', async ({ rule, file, adds }) => {
  await write(file, `${adds}\n${SOUND[file] ?? ''}`);
  expect(await brokenRules()).toContain(rule);
});

test('every rule is tried', () => {
  expect(new Set(BREACHES.map((breach) => breach.rule))).toEqual(new Set(rules.map((rule) => rule.name)));
});
