// Runs the built main bundle with the Electron stand-in, makes a commit fail so that the state of the store is in
// doubt, then quits while closing the store fails, and prints the results of both as JSON. Started by ending.test.ts
// with stand-in/register.mjs imported first.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import SqliteDatabase from 'better-sqlite3';
import { app, becomeReady, record } from 'electron';
import { clientOn, portFor, until } from './desktop-page.mjs';

// Built before this runs, and missing when imports are checked.
await import(new URL('../../../out/main/main.js', import.meta.url).href);
becomeReady();
await until(() => record.windows.length > 0);

const statement = Object.getPrototypeOf(new SqliteDatabase(':memory:').prepare('SELECT 1'));
const { run } = statement;
statement.run = function (...values) {
  if (this.source !== 'COMMIT') return run.apply(this, values);
  throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
};
const port = await portFor('app://tillroom/till');
const confirmed = await clientOn(port, () => undefined)
  .stores.createDemoStore({})
  .then(
    () => true,
    () => false,
  );
const { errorBoxes, exitCode } = record;
port.close();

fs.rmSync = () => {
  throw new Error('resource busy');
};
syncBuiltinESMExports();
const firstQuitWaits = app.quit();
const secondQuitWaits = app.quit();
await until(() => record.quits > 2);
const quits = record.quits;
const lastQuitWaits = app.quit();

const seen = { confirmed, errorBoxes, exitCode, firstQuitWaits, secondQuitWaits, quits, lastQuitWaits };
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
