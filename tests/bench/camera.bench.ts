import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium, quietFlags } from '../../scripts/chromium.mjs';
import { startApp } from '../support/app';
import { type FilmSize, filmBarcode, filmNoise } from '../support/barcode-film';
import { sessionOf } from '../support/hands';
import { temporaryFolder } from '../support/temporary-folder';
import { findBoxOf } from '../support/till';
import { makeBenchStore } from './bench-shop';
import { median, print, quantile } from './measure';

/** A folder of barcode pictures in subfolders by kind, each with its code in a .txt file beside it. */
const PHOTOS = process.env.TILLROOM_BARCODE_PHOTOS;
/** After this many frames a running camera has made every kind of attempt (`attemptsForFrame`). */
const LOOKS = 8;
const WATCHED_MS = 6_000;
const LEAST_A_SECOND = 50;
const HD: FilmSize = { widthPx: 1280, heightPx: 720, perSecond: 30 };

interface Photo {
  name: string;
  code: string;
  base64: string;
}

function photosIn(folder: string): Photo[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(png|jpe?g)$/i.test(name))
    .sort()
    .map((name) => ({
      name,
      code: readFileSync(path.join(folder, name.replace(/\.\w+$/, '.txt')), 'utf8').trim(),
      base64: readFileSync(path.join(folder, name)).toString('base64'),
    }));
}

declare global {
  interface Window {
    readPhoto: (base64: string, looks: number) => Promise<string[]>;
  }
}

/** Runs in a page of the window: reads photographs with its worker, as often as a camera would show them. */
function preparePhotos(script: string): void {
  const worker = new Worker(script, { type: 'module' });
  window.readPhoto = async (base64, looks) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
    const bitmap = await createImageBitmap(blob);
    const texts = new Set<string>();
    for (let look = 0; look < looks; look += 1) {
      const picture = new VideoFrame(bitmap, { timestamp: look });
      const text = await new Promise<string | null>((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.postMessage(picture, [picture]);
      });
      if (text !== null) texts.add(text);
    }
    return [...texts];
  };
}

/** Everything that the window's own worker reads in each photograph, in any attempt. */
async function readPhotos(page: Page, photos: readonly Photo[]): Promise<string[][]> {
  const script = readdirSync('out/renderer/assets').find((name) => name.startsWith('camera-decoder.worker'));
  await page.evaluate(preparePhotos, `/assets/${script}`);
  const read: string[][] = [];
  for (const { base64 } of photos) {
    const texts = await page.evaluate(([b, n]) => window.readPhoto(b, n), [base64, LOOKS] as const);
    // The marker of a GS1-128 is not part of the text below its bars.
    read.push(texts.map((text) => text.replace(/^\]C1/, '')));
  }
  return read;
}

function printPhotos(photos: readonly Photo[], read: readonly string[][]): void {
  const textsOf = new Map(photos.map((photo, index) => [photo, read[index] ?? []]));
  const misread = photos.filter((photo) => textsOf.get(photo)?.some((text) => text !== photo.code));
  const unread = photos.filter((photo) => textsOf.get(photo)?.length === 0);
  const right = photos.length - misread.length - unread.length;
  const names = (of: readonly Photo[]): string => of.map(({ name }) => name).join(', ') || 'none';
  print(
    `photographs: ${right} of ${photos.length} read; misread: ${names(misread)}; not read: ${names(unread)}`,
  );
}

interface Frames {
  /** Time from each frame of the window to the next. */
  betweenMs: number[];
  /** Tasks of the window's thread of 50 ms or longer. */
  longTasksMs: number[];
  /** The share of the time in which the window's thread used the processor. */
  busyShare: number;
}

/** Measures the window's frames and its thread for a while. */
async function watchFrames(page: Page): Promise<Frames> {
  const session = await sessionOf(page);
  // Measures processor time, not clock time, so that other load on the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const [busyBefore, started] = [await busyMs(), performance.now()];
  const frames = await framesOf(page);
  return { ...frames, busyShare: ((await busyMs()) - busyBefore) / (performance.now() - started) };
}

function framesOf(page: Page): Promise<Omit<Frames, 'busyShare'>> {
  return page.evaluate(async (watchedMs) => {
    const betweenMs: number[] = [];
    const longTasksMs: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasksMs.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const started = await new Promise<number>(requestAnimationFrame);
    for (let last = started; last - started < watchedMs; ) {
      const now = await new Promise<number>(requestAnimationFrame);
      betweenMs.push(now - last);
      last = now;
    }
    observer.disconnect();
    return { betweenMs, longTasksMs };
  }, WATCHED_MS);
}

function printFrames(name: string, { betweenMs, longTasksMs, busyShare }: Frames): void {
  const perSecond = 1000 / median(betweenMs);
  const slowest = 1000 / quantile(betweenMs, 0.95);
  const limitMs = 1000 / LEAST_A_SECOND;
  // Half a frame of a 60 Hz screen either way is clock jitter, not a missed frame.
  const lateMs = betweenMs.filter((ms) => ms > limitMs + 8).reduce((sum, ms) => sum + ms, 0);
  const share = (lateMs / betweenMs.reduce((sum, ms) => sum + ms, 0)) * 100;
  print(
    `${name.padEnd(52)} median ${perSecond.toFixed(1)} frames a second, 95 % above ${slowest.toFixed(1)}; ` +
      `${share.toFixed(1)} % of the time below ${LEAST_A_SECOND}; ` +
      `${longTasksMs.length} long tasks; thread busy ${(busyShare * 100).toFixed(1)} %`,
  );
}

async function openPage(browser: Browser, url: string, token: string, way: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript((given) => sessionStorage.setItem('tillroom.session', given), token);
  const page = await context.newPage();
  await page.goto(`${url}${way}`);
  return page;
}

const launch = (film?: string): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      ...quietFlags,
      ...(film
        ? [
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${film}`,
          ]
        : []),
    ],
  });

/** A page on which the camera can be turned on, and the element that shows that it is ready to be measured. */
interface Place {
  name: string;
  way: string;
  isThere: (page: Page) => Promise<void>;
}

const places: readonly Place[] = [
  { name: 'till', way: '/till', isThere: (page) => findBoxOf(page).waitFor() },
  {
    name: 'look-up page',
    way: '/stockroom',
    isThere: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
  },
];

/** Measures each page without and then with its camera. */
async function measureFilm(name: string, film: string, { url, token }: { url: string; token: string }) {
  const browser = await launch(film);
  try {
    for (const place of places) {
      const page = await openPage(browser, url, token, place.way);
      await place.isThere(page);
      printFrames(`${name}: ${place.name} without its camera`, await watchFrames(page));
      await page.keyboard.press('Control+b');
      await page.locator('video').waitFor();
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5);
      printFrames(`${name}: ${place.name} with its camera`, await watchFrames(page));
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
}

const { folder, token, codes } = await makeBenchStore('manager');
const films = temporaryFolder();
const app = await startApp(folder);
try {
  if (PHOTOS && existsSync(PHOTOS)) {
    const browser = await launch();
    const page = await openPage(browser, app.url, token, '/till');
    await findBoxOf(page).waitFor();
    const photos = photosIn(PHOTOS);
    printPhotos(photos, await readPhotos(page, photos));
    await browser.close();
  } else {
    print('photographs: none looked at; TILLROOM_BARCODE_PHOTOS names a folder of them');
  }

  print(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, no screen and no graphics card`);
  const shown = path.join(films, 'barcode.y4m');
  filmBarcode(shown, codes[0] as string, HD);
  await measureFilm('a barcode in sight', shown, { url: app.url, token });
  const empty = path.join(films, 'noise.y4m');
  filmNoise(empty, HD);
  await measureFilm('nothing in sight', empty, { url: app.url, token });
} finally {
  await app.stop();
  rmSync(folder, { recursive: true });
  rmSync(films, { recursive: true });
}
