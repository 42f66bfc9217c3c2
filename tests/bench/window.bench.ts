import { rmSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium, quietFlags } from '../../scripts/chromium.mjs';
import { startApp } from '../support/app';
import { connect, type SocketClient } from '../support/socket-client';
import { text } from '../support/texts';
import { findBoxOf, ticketOf } from '../support/till';
import { makeBenchStore, PRODUCTS } from './bench-shop';
import { median, print, printTime } from './measure';
import { type ExpectedLine, scanUntilPainted, watchForPainting } from './painted-scan';

const SCANS = 60;
const LONG_TICKET = 200;
const AIM_MS = 50;
const PATIENCE_MS = 10_000;
/** The step from line to line of a long ticket, so that most are out of view and each is scanned once. */
const STRIDE = 67;

/** The till of an existing session. */
async function openTill(browser: Browser, url: string, token: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(watchForPainting);
  await context.addInitScript((given) => sessionStorage.setItem('tillroom.session', given), token);
  const page = await context.newPage();
  await page.goto(url);
  await findBoxOf(page).waitFor();
  return page;
}

/** Starts a new ticket with these lines, and waits until the window shows it. */
async function startTicket(page: Page, { calls }: SocketClient, codes: readonly string[]): Promise<void> {
  const ticket = await calls.sales.currentTicket();
  if (ticket) await calls.sales.voidTicket({ ticketId: ticket.id });
  const untilShown = (count: number) =>
    ticketOf(page).getByText(text('sales:till.ticket.lines', { count }), { exact: true }).waitFor();
  await untilShown(0);
  for (const code of codes) await calls.sales.scan({ code });
  await untilShown(codes.length);
}

interface NextScan {
  code: string;
  /** The line that the scan changes. */
  line: ExpectedLine;
}

/** Scans repeatedly; the first time is not counted. */
async function measure(
  page: Page,
  name: string,
  next: (round: number) => NextScan | Promise<NextScan>,
): Promise<void> {
  const painted: number[] = [];
  const answered: number[] = [];
  for (let round = 0; round <= SCANS; round += 1) {
    const { code, line } = await next(round);
    const { answeredMs, paintedMs } = await scanUntilPainted(page, code, line);
    if (round === 0) continue;
    painted.push(paintedMs);
    answered.push(answeredMs);
  }
  printTime(`Enter to painted line, ${name}`, painted);
  printTime('  of that, until the store has answered', answered);
  if (median(painted) > AIM_MS) print(`  OVER the aim of ${AIM_MS} ms`);
}

print(`a store of ${PRODUCTS} products, through the browser entry, in Chromium without a screen`);
const { folder, token, codes } = await makeBenchStore();
const codeAt = (index: number): string => codes[index % codes.length] as string;
const browser = await chromium.launch({ executablePath: findChromium(), args: quietFlags });
const app = await startApp(folder);
const client = await connect(app.url);
client.signIn(token);
try {
  const page = await openTill(browser, app.url, token);

  await measure(page, 'the first of a ticket', async (round) => {
    await startTicket(page, client, []);
    return { code: codeAt(round), line: { place: 1, pieces: 1 } };
  });

  await startTicket(page, client, []);
  await measure(page, 'one more of the only line', (round) => ({
    code: codeAt(0),
    line: { place: 1, pieces: round + 1 },
  }));

  await startTicket(page, client, codes.slice(0, LONG_TICKET));
  await measure(page, `one more of a line among ${LONG_TICKET}`, (round) => {
    const index = (round * STRIDE) % LONG_TICKET;
    return { code: codeAt(index), line: { place: index + 1, pieces: 2 } };
  });
  await measure(page, `a new line below ${LONG_TICKET}`, (round) => {
    const index = LONG_TICKET + round;
    return { code: codeAt(index), line: { place: index + 1, pieces: 1 } };
  });
} finally {
  client.close();
  await browser.close();
  await app.stop();
  rmSync(folder, { recursive: true });
}
