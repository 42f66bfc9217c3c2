import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium, quietFlags } from '../../scripts/chromium.mjs';
import { type RunningApp, startApp } from '../support/app';
import { loginOf } from '../support/corner-shop';
import { findBoxOf } from '../support/till';
import { makeBenchStore, PRODUCTS } from './bench-shop';
import { print, printTime } from './measure';

const STARTS = 7;
const KIB_PER_MIB = 1024;

/** A page with the session, like a reloaded window, or without one, like a new window. */
async function newPage(browser: Browser, token?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  if (token) await context.addInitScript((given) => sessionStorage.setItem('tillroom.session', given), token);
  return context.newPage();
}

/** From the start of the process until a person can type, several times. */
async function measureStart(name: string, start: { browser: Browser; folder: string; token?: string }) {
  const times: number[] = [];
  const reachable: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const page = await newPage(start.browser, start.token);
    const started = performance.now();
    const app = await startApp(start.folder);
    reachable.push(performance.now() - started);
    await page.goto(app.url, { waitUntil: 'commit' });
    const place = start.token ? findBoxOf(page) : loginOf(page);
    await place.and(page.locator(':focus')).waitFor();
    times.push(performance.now() - started);
    await page.context().close();
    await app.stop();
  }
  printTime(`start of the process to ${name}`, times);
  printTime('  of that, until it can be reached', reachable);
}

/** The main process's memory as counted by the system; not available on Windows. */
function printMemory({ process: { pid } }: RunningApp, when: string): void {
  if (process.platform === 'win32' || pid === undefined) return;
  const kib = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  print(`main process's memory ${when.padEnd(36)} ${Math.round(kib / KIB_PER_MIB)} MiB resident`);
}

print(`a store of ${PRODUCTS} products, through the browser entry, in Chromium without a screen`);
const { folder, token } = await makeBenchStore();
const browser = await chromium.launch({ executablePath: findChromium(), args: quietFlags });

await measureStart('the sign-in page', { browser, folder });
await measureStart('the till of a session that goes on', { browser, folder, token });

const app = await startApp(folder);
printMemory(app, 'after the start');
await browser.close();
await app.stop();
rmSync(folder, { recursive: true });
