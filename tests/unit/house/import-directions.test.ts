import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { options, rules } from '../../../.dependency-cruiser.mjs';

/** A small source tree that keeps every rule. */
const SOUND: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: {
      '#shared/*': './src/shared/*.ts',
      '#main/*': './src/main/*.ts',
      '#renderer/*': ['./src/renderer/*.ts', './src/renderer/*.tsx'],
    },
  }),
  'src/shared/kernel/money.ts': `import { z } from 'zod'; export const money = z.number();`,
  'src/shared/contract/sales.ts': `import { money } from '../kernel/money'; export const sales = money;`,
  'src/shared/contract/index.ts': `import { sales } from './sales'; export const contract = { sales };`,
  'src/main/main.ts': `import { app } from 'electron'; import './desktop/window'; import './store'; app.quit();`,
  'src/main/serve.ts': `import './store';`,
  'src/main/preload.ts': `import { ipcRenderer } from 'electron'; ipcRenderer.send('port');`,
  'src/main/store.ts': `import '#main/platform/database/data-source'; import '#main/features/sales/index';
    import '#main/features/stock/index'; import '#main/demo/demo-store'; import type { Readings } from './reading-worker';
    import type { Drawings } from './drawing-worker';`,
  'src/main/reading-worker.ts': `import { stockReadings } from '#main/features/stock/readings'; export type Readings = typeof stockReadings;`,
  'src/main/drawing-worker.ts': `import { stockDrawings } from '#main/features/stock/drawings'; export type Drawings = typeof stockDrawings;`,
  'src/main/desktop/window.ts': `import { BrowserWindow } from 'electron'; export const open = () => new BrowserWindow();`,
  'src/main/platform/database/data-source.ts': `import { DataSource } from 'typeorm'; export const source = DataSource;`,
  'src/main/health/agreement.ts': `import { stock } from '#main/features/stock/index'; export const agreement = stock;`,
  'src/main/demo/demo-store.ts': `import { agreement } from '#main/health/agreement'; import { sales } from '#main/features/sales/index';
    export const demo = [agreement, sales];`,
  'src/main/features/sales/index.ts': `export { procedures } from './sales.procedures'; export { sales } from './sales.service';`,
  'src/main/features/sales/order.entity.ts': `import { Entity } from 'typeorm'; export const Order = Entity;`,
  'src/main/features/sales/sales.queries.ts': `import type { Order } from './order.entity'; export const rows: Order[] = [];`,
  'src/main/features/sales/sales.service.ts': `import { rows } from './sales.queries'; import { stock } from '#main/features/stock/index';
    export const sales = [rows, stock];`,
  'src/main/features/sales/sales.procedures.ts': `import { contract } from '#shared/contract/index'; import { sales } from './sales.service';
    export const procedures = [contract, sales];`,
  'src/main/features/stock/index.ts': `export { procedures } from './stock.procedures'; export { stock } from './stock.service';`,
  'src/main/features/stock/movement.entity.ts': `export class Movement {}`,
  'src/main/features/stock/drawings.ts': `export const stockDrawings = {};`,
  'src/main/features/stock/readings.ts': `export const stockReadings = {};`,
  'src/main/features/stock/stock.service.ts': `import { Movement } from './movement.entity'; export const stock = Movement;`,
  'src/main/features/stock/stock.procedures.ts': `import { stock } from './stock.service'; export const procedures = stock;`,
  'src/renderer/main.tsx': `import './app/shell';`,
  'src/renderer/app/shell.tsx': `import '#renderer/features/sales/sales-page'; import '#renderer/features/stock/stock-page';`,
  'src/renderer/features/sales/sales-page.tsx': `import '#renderer/parts/product-box';`,
  'src/renderer/features/stock/stock-page.tsx': `import '#renderer/parts/product-box';`,
  'src/renderer/parts/product-box.tsx': `import '#renderer/ui/table'; import { resolve } from '#renderer/lib/scan/resolve-in-stock'; export const box = resolve;`,
  'src/renderer/ui/table.tsx': `import { createElement } from 'react'; import { format } from '#renderer/lib/format'; export const t = [createElement, format];`,
  'src/renderer/lib/format.ts': `import { contract } from '#shared/contract/index'; export const format = contract;`,
  'src/renderer/lib/scan/resolve-in-stock.ts': `import { rpc } from '../rpc'; export const resolve = rpc;`,
  'src/renderer/lib/rpc.ts': `import { contract } from '#shared/contract/index'; export const rpc = contract;`,
  'tests/unit/sales.test.ts': `import '#main/features/sales/order.entity';`,
};

/** For each rule, a line that breaks it when it is added to a file of that tree. */
const BREACHES: { rule: string; file: string; adds: string }[] = [
  { rule: 'shared-stands-alone', file: 'src/shared/kernel/money.ts', adds: `import 'node:fs';` },
  { rule: 'shared-stands-alone', file: 'src/shared/contract/sales.ts', adds: `import 'react';` },
  {
    rule: 'renderer-knows-no-main',
    file: 'src/renderer/lib/format.ts',
    adds: `import type {} from '#main/store';`,
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
    rule: 'features-meet-at-their-index',
    file: 'src/main/features/sales/sales.service.ts',
    adds: `import type { Movement } from '#main/features/stock/movement.entity';`,
  },
  {
    rule: 'features-have-one-face',
    file: 'src/main/store.ts',
    adds: `import '#main/features/stock/stock.service';`,
  },
  {
    rule: 'features-have-one-face',
    file: 'src/main/store.ts',
    adds: `import '#main/features/stock/readings';`,
  },
  {
    rule: 'threads-run-readings',
    file: 'src/main/reading-worker.ts',
    adds: `import '#main/features/sales/sales.queries';`,
  },
  {
    rule: 'threads-draw-drawings',
    file: 'src/main/drawing-worker.ts',
    adds: `import '#main/features/stock/readings';`,
  },
  {
    rule: 'threads-know-no-entity',
    file: 'src/main/features/stock/readings.ts',
    adds: `import { Order } from '../sales/order.entity';`,
  },
  {
    rule: 'procedures-hand-over',
    file: 'src/main/features/sales/sales.procedures.ts',
    adds: `import type { Order } from './order.entity';`,
  },
  {
    rule: 'nothing-below-procedures-knows-them',
    file: 'src/main/features/sales/sales.service.ts',
    adds: `import '#main/features/stock/stock.procedures';`,
  },
  {
    rule: 'queries-know-no-service',
    file: 'src/main/features/sales/sales.queries.ts',
    adds: `import '#main/features/stock/stock.service';`,
  },
  {
    rule: 'entities-know-entities',
    file: 'src/main/features/stock/movement.entity.ts',
    adds: `import '#main/features/sales/sales.queries';`,
  },
  {
    rule: 'platform-knows-no-feature',
    file: 'src/main/platform/database/data-source.ts',
    adds: `import '#main/features/sales/index';`,
  },
  {
    rule: 'health-knows-no-demo',
    file: 'src/main/health/agreement.ts',
    adds: `import '#main/demo/demo-store';`,
  },
  {
    rule: 'demo-is-composed-by-store',
    file: 'src/main/serve.ts',
    adds: `import './demo/demo-store';`,
  },
  {
    rule: 'no-cycles-between-features',
    file: 'src/main/features/stock/stock.service.ts',
    adds: `import type { rows } from '#main/features/sales/index';`,
  },
  {
    rule: 'features-are-composed',
    file: 'src/main/features/stock/stock.service.ts',
    adds: `import '#main/store';`,
  },
  {
    rule: 'renderer-features-stand-alone',
    file: 'src/renderer/features/sales/sales-page.tsx',
    adds: `import '#renderer/features/stock/stock-page';`,
  },
  {
    rule: 'renderer-knows-no-app',
    file: 'src/renderer/features/sales/sales-page.tsx',
    adds: `import '#renderer/app/shell';`,
  },
  {
    rule: 'renderer-parts-know-no-feature',
    file: 'src/renderer/parts/product-box.tsx',
    adds: `import '#renderer/features/stock/stock-page';`,
  },
  {
    rule: 'renderer-ui-knows-no-part',
    file: 'src/renderer/ui/table.tsx',
    adds: `import '#renderer/parts/product-box';`,
  },
  {
    rule: 'renderer-ui-makes-no-call',
    file: 'src/renderer/ui/table.tsx',
    adds: `import { rpc } from '#renderer/lib/rpc';`,
  },
  {
    rule: 'renderer-ui-makes-no-call',
    file: 'src/renderer/ui/table.tsx',
    adds: `import { resolve } from '#renderer/lib/scan/resolve-in-stock';`,
  },
  {
    rule: 'renderer-lib-knows-no-ui',
    file: 'src/renderer/lib/format.ts',
    adds: `import '#renderer/ui/table';`,
  },
  { rule: 'no-cycles', file: 'src/shared/kernel/money.ts', adds: `import type {} from '../contract/sales';` },
  { rule: 'no-barrels', file: 'src/renderer/ui/index.ts', adds: `export * from './table';` },
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

/** The names of the rules that the tree breaks. */
const brokenRules = async (): Promise<string[]> => {
  const { output } = await cruise(
    ['src', 'tests'],
    { ...options, ruleSet: { forbidden: rules }, validate: true, baseDir: root, preserveSymlinks: true },
    { alias: { '#renderer': join(root, 'src/renderer') } },
  );
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map((violation) => violation.rule.name);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tillroom-house-'));
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  await Promise.all(Object.entries(SOUND).map(([file, text]) => write(file, text)));
});

afterEach(() => rm(root, { recursive: true }));

test('a source tree in order breaks no rule', async () => {
  expect(await brokenRules()).toEqual([]);
});

test.for(BREACHES)('$rule: not "$adds" in $file', async ({ rule, file, adds }) => {
  await write(file, `${adds}\n${SOUND[file] ?? ''}`);
  expect(await brokenRules()).toContain(rule);
});

test('every rule is tested', () => {
  expect(new Set(BREACHES.map((breach) => breach.rule))).toEqual(new Set(rules.map((rule) => rule.name)));
});
