import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sessionOf } from './hands';
import { cutOff } from './page-faults';

const schemes = ['light', 'dark'] as const;
/** The axe rules about colours, checked in each colour scheme; the others are checked once. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The usual size comes last: checks that do not depend on the size run in it. */
const sizes = [
  { name: '1024x768', width: 1024, height: 768, letterPx: 16 },
  { name: '150-percent', width: 1280, height: 800, letterPx: 24 },
  { name: '1920x1080', width: 1920, height: 1080, letterPx: 16 },
  { name: '1280x800', width: 1280, height: 800, letterPx: 16 },
] as const;

const STILL_MS = 40;
const STILL_LOOKS = 2;

/** If set, a folder for a screenshot of each page, light and dark, in each size. */
const pictures = process.env.TILLROOM_SCREENSHOTS;

/** Checks pages one after another, light and dark and in all sizes, and collects their faults. */
export class Looking {
  readonly faults: string[] = [];
  readonly #page: Page;
  readonly #who: string;
  #place = 'the beginning';

  /** @param who the signed-in person, for the names of the screenshots */
  constructor(page: Page, who: string) {
    this.#page = page;
    this.#who = who;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#keep([`console: ${message.text()}`]);
    });
    page.on('pageerror', (error) => this.#keep([`error: ${error.message}`]));
  }

  /** Checks what the page shows now, under a unique name. */
  async at(place: string): Promise<void> {
    this.#place = place;
    for (const colorScheme of schemes) {
      await this.#page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Layout does not depend on colours.
      if (colorScheme === 'light' || pictures) await this.#inAllSizes(colorScheme);
      await standsStill(this.#page);
      // In legacy mode axe checks only the page, and opens no page of its own for frames.
      const axe = new AxeBuilder({ page: this.#page }).setLegacyMode();
      if (colorScheme !== 'light') axe.withRules(COLOUR_RULES);
      const { violations } = await axe.analyze();
      const told = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary = '' }) => `${colorScheme}: ${id}: ${target} ${failureSummary}`),
      );
      this.#keep(told);
    }
  }

  async #inAllSizes(colorScheme: string): Promise<void> {
    for (const { name, letterPx, ...viewport } of sizes) {
      // A page measures its width in letters when its width changes, not when its letters do.
      await setLetterSize(this.#page, letterPx);
      await this.#page.setViewportSize(viewport);
      await standsStill(this.#page);
      this.#keep((await cutOff(this.#page)).map((fault) => `${name}: ${fault}`));
      if (pictures) await this.#takePicture(pictures, `${colorScheme}-${name}`);
    }
  }

  #keep(faults: readonly string[]): void {
    for (const fault of faults) this.faults.push(`${this.#place}: ${fault.replaceAll(/\s+/g, ' ')}`);
  }

  async #takePicture(folder: string, how: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const place = this.#place.toLowerCase().replaceAll(' ', '-');
    await this.#page.screenshot({ path: path.join(folder, `${place}-${this.#who}-${how}.png`) });
  }
}

/** Sets the browser's standard font size, which people with low vision set in its settings. */
async function setLetterSize(page: Page, standard: number): Promise<void> {
  const session = await sessionOf(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard } });
}

/** Waits until nothing is loading and the page has not changed for a moment. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(
    async ({ stillMs, stillLooks }) => {
      const loading = '.mantine-Loader-root, .mantine-Skeleton-root, [aria-busy=true]';
      let before = '';
      for (let looks = 0; looks < stillLooks; ) {
        await new Promise((resolve) => setTimeout(resolve, stillMs));
        const now = document.querySelector(loading) ? '' : document.body.innerHTML;
        looks = now !== '' && now === before ? looks + 1 : 0;
        before = now;
      }
    },
    { stillMs: STILL_MS, stillLooks: STILL_LOOKS },
  );
}
