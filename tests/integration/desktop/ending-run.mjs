// Runs the built main bundle on the stand-in of Electron, makes closing the store fail and quits, and then lets an
// error happen that ends the program, and prints what came of both as JSON. Started by ending.test.ts with
// stand-in/register.mjs imported first.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { app, becomeReady, record } from 'electron';
import { until } from './desktop-page.mjs';

// Built before this runs, and not there when imports are checked.
await import(new URL('../../../out/main/main.js', import.meta.url).href);
becomeReady();
await until(() => record.windows.length > 0);

fs.rmSync = () => {
  throw new Error('resource busy');
};
syncBuiltinESMExports();
const firstQuitWaits = app.quit();
const secondQuitWaits = app.quit();
await until(() => record.quits > 2);
const quits = record.quits;
const lastQuitWaits = app.quit();

process.emit('uncaughtException', Object.assign(new Error('a transaction is left open'), { fatal: true }));
const { errorBoxes, exitCode } = record;
const seen = { firstQuitWaits, secondQuitWaits, quits, lastQuitWaits, errorBoxes, exitCode };
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
