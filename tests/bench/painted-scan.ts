import type { Page } from '@playwright/test';
import { scan } from '../support/hands';

/** The line of the ticket that a scan must show, counted from 1, and its number of pieces. */
export interface ExpectedLine {
  place: number;
  pieces: number;
}

/** Milliseconds from the scanner's Enter. */
export interface PaintedScan {
  /** Until the first later message of the store has reached the window. */
  answeredMs: number;
  /** Until the line is painted and visible. */
  paintedMs: number;
}

declare global {
  interface Window {
    /** Waits for the next Enter and for the line after it. */
    expectPainted: (line: ExpectedLine) => void;
    painted: Promise<PaintedScan>;
  }
}

/**
 * Runs in a page before its own scripts, which intercept a scanner's Enter. The time of Enter is when it reaches the
 * page, since its timestamp is ahead of the clock; see `scan`.
 */
export function watchForPainting(): void {
  const PATIENCE_MS = 5_000;
  /** How much of a line may be cut off: a line measured while it scrolls settles a frame later. */
  const HARDLY_PX = 4;
  let hearEnter: (at: number) => void = () => {};
  let hearAnswer: (at: number) => void = () => {};
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') hearEnter(performance.now());
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', () => hearAnswer(performance.now()));
    }
  };

  function isInSight({ place, pieces }: ExpectedLine): boolean {
    const list = document.querySelector('[role=listbox][aria-label=Ticket]');
    const line = list?.querySelector('[role=option][aria-selected=true]');
    if (!list || line?.ariaPosInSet !== String(place)) return false;
    const [around, inside] = [list.getBoundingClientRect(), line.getBoundingClientRect()];
    const isInside = inside.top >= around.top - HARDLY_PX && inside.bottom <= around.bottom + HARDLY_PX;
    return isInside && line.textContent.startsWith(`${pieces} ×`);
  }

  /** A task of the highest priority, queued in an animation frame, runs as soon as the frame is painted. */
  async function nextPainted(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await scheduler.postTask(() => {}, { priority: 'user-blocking' });
  }

  async function watch(line: ExpectedLine): Promise<PaintedScan> {
    const enteredAt = await new Promise<number>((resolve, reject) => {
      hearEnter = resolve;
      setTimeout(() => reject(new Error('No Enter has reached the page')), PATIENCE_MS);
    });
    let answeredAt = Number.NaN;
    hearAnswer = (at) => {
      answeredAt = at;
      hearAnswer = () => {};
    };
    do {
      await nextPainted();
      if (performance.now() - enteredAt > PATIENCE_MS) {
        const shown = document.querySelector('section[aria-label=Ticket]')?.textContent;
        throw new Error(`Line ${line.place} with ${line.pieces} was not painted; the ticket shows ${shown}`);
      }
    } while (!isInSight(line));
    return { answeredMs: answeredAt - enteredAt, paintedMs: performance.now() - enteredAt };
  }

  window.expectPainted = (line) => {
    if (isInSight(line)) throw new Error(`Line ${line.place} with ${line.pieces} is there before its scan`);
    window.painted = watch(line);
  };
}

/** Scans a code on the till of a page prepared by `watchForPainting`, and waits for its line. */
export async function scanUntilPainted(page: Page, code: string, line: ExpectedLine): Promise<PaintedScan> {
  await page.evaluate((expected) => window.expectPainted(expected), line);
  await scan(page, code);
  return page.evaluate(() => window.painted);
}
