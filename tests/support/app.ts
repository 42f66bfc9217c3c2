import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { _electron, type Browser, type BrowserContext, test as base, type Page } from '@playwright/test';
import { startProgram } from './program';
import { connect, type SocketClient } from './socket-client';
import { temporaryFolder } from './temporary-folder';

const root = path.resolve(import.meta.dirname, '../..');
const mainEntry = path.join(root, 'out/main/main.js');

/** A running Tillroom behind its loopback address. */
export interface RunningApp {
  /** The address as printed, with the setup code while the store is new. */
  url: string;
  folder: string;
  /** What it has printed so far, line by line. */
  lines: string[];
  /** What it has printed to standard error so far. */
  complaint(): string;
  process: ChildProcess;
  /** Ends it in good order; the folder stays. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the built browser entry on a data folder and waits until it can be reached. */
export async function startApp(
  folder: string,
  env: Record<string, string> = {},
  entry?: string,
): Promise<RunningApp> {
  const { process: child, lines, complaint, opened } = startProgram(folder, env, entry);
  const url = await opened;
  if (url === null) throw new Error(`Tillroom did not start: ${complaint()}`);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
  };
  return {
    url,
    folder,
    lines,
    complaint,
    process: child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Electron's own program, if it was downloaded and there is a display. */
export function electronProgram(): string | undefined {
  const folder = path.join(root, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  return existsSync(program) && hasDisplay ? program : undefined;
}

/** A data folder with Tillroom open on it, and its window: Electron's own, or a page in Chromium. */
export interface AppWindow {
  page: Page;
  folder: string;
  /** Kills the app as a power cut would, starts it again on the same folder and reopens the window. */
  restart(): Promise<Page>;
  /** Opens a second window on the same store; only the browser entry has more than one. */
  openAnother?(): Promise<Page>;
}

/** Fills a store before its window is opened. */
export type Prepare = (client: SocketClient) => Promise<void>;

async function fillStore({ url }: RunningApp, prepare: Prepare): Promise<void> {
  const client = await connect(url);
  try {
    await prepare(client);
  } finally {
    client.close();
  }
}

async function openInChromium(browser: Browser, folder: string, prepare: Prepare | undefined) {
  const context = await browser.newContext();
  let app = await startApp(folder);
  if (prepare) await fillStore(app, prepare);
  // Browser storage belongs to the address, so the restarted app keeps it.
  const { url } = app;
  const { port } = new URL(url);
  const page = await context.newPage();
  const others: BrowserContext[] = [];
  await page.goto(url);
  return {
    page,
    openAnother: async () => {
      const other = await browser.newContext();
      others.push(other);
      const otherPage = await other.newPage();
      await otherPage.goto(url);
      return otherPage;
    },
    restart: async () => {
      await app.kill();
      app = await startApp(folder, { TILLROOM_PORT: port });
      // Navigating to an address that differs only in its fragment would not reload the page.
      await page.goto('about:blank');
      await page.goto(app.url);
      return page;
    },
    close: async () => {
      for (const one of [...others, context]) await one.close();
      await app.stop();
    },
  };
}

async function openInElectron(
  program: string,
  folder: string,
  { flags, prepare }: { flags: string[]; prepare: Prepare | undefined },
) {
  if (prepare) {
    // Only the window can use its own connection, so the store is filled through the browser entry.
    const server = await startApp(folder);
    await fillStore(server, prepare);
    await server.stop();
  }
  const launch = () =>
    _electron.launch({
      executablePath: program,
      args: [mainEntry, ...flags],
      cwd: root,
      env: { ...(process.env as Record<string, string>), TILLROOM_DATA: folder },
    });
  let app = await launch();
  return {
    page: await app.firstWindow(),
    restart: async () => {
      app.process().kill('SIGKILL');
      app = await launch();
      return app.firstWindow();
    },
    close: () => app.close(),
  };
}

/**
 * The `test` of the browser specs: `openWindow` opens Tillroom on a new data folder, filled first by `prepare` if
 * given, in Electron if available, else in Chromium behind the loopback address.
 */
export const test = base.extend<{ openWindow: (prepare?: Prepare) => Promise<AppWindow> }>({
  openWindow: async ({ browser, launchOptions }, use) => {
    const opened: Array<{ close(): Promise<void>; folder: string }> = [];
    const program = electronProgram();
    await use(async (prepare) => {
      const folder = temporaryFolder();
      const window = program
        ? await openInElectron(program, folder, { flags: launchOptions.args ?? [], prepare })
        : await openInChromium(browser, folder, prepare);
      opened.push({ close: window.close, folder });
      return { ...window, folder };
    });
    for (const { close, folder } of opened) {
      await close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
