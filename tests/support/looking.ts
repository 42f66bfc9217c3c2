import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sessionOf } from './hands';
import { cutOff } from './page-faults';

const schemes = ['light', 'dark'] as const;
/** What axe asks of colours; the rest is asked once. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The usual size comes last: what does not depend on the size is looked at in that. */
const sizes = [
  { name: '1024x768', width: 1024, height: 768, letterPx: 16 },
  { name: '150-percent', width: 1280, height: 800, letterPx: 24 },
  { name: '1920x1080', width: 1920, height: 1080, letterPx: 16 },
  { name: '1280x800', width: 1280, height: 800, letterPx: 16 },
] as const;

const STILL_MS = 40;
const STILL_LOOKS = 2;

/** Where somebody wants to look at the pages themselves: a folder for a picture of each, light and dark, in each size. */
const pictures = process.env.TILLROOM_SCREENSHOTS;

/** Looks at one page after another, light and dark and in all sizes, and keeps what is wrong with them. */
export class Looking {
  readonly faults: string[] = [];
  readonly #page: Page;
  readonly #who: string;
  #place = 'the beginning';

  /** @param who as whom one looks, for the names of the pictures */
  constructor(page: Page, who: string) {
    this.#page = page;
    this.#who = who;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#keep([`console: ${message.text()}`]);
    });
    page.on('pageerror', (error) => this.#keep([`error: ${error.message}`]));
  }

  /** Looks at what the page shows now, under a name of its own. */
  async at(place: string): Promise<void> {
    this.#place = place;
    for (const colorScheme of schemes) {
      await this.#page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // What fits does not depend on the colours.
      if (colorScheme === 'light' || pictures) await this.#inAllSizes(colorScheme);
      await standsStill(this.#page);
      // No frames: the legacy mode asks the page alone, and opens none of its own.
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

/** Sets the size of letters as in the settings of a browser, where people who see badly set it. */
async function setLetterSize(page: Page, standard: number): Promise<void> {
  const session = await sessionOf(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard } });
}

/** Waits until nothing is loaded any more and what is shown stays as it is for a moment. */
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
