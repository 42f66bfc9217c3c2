import type { Locator, Page } from '@playwright/test';
import { anyCount, text } from './texts';

/** The bell in the top bar, whatever it says. */
export const bellOf = (page: Page): Locator =>
  page.getByRole('button', { name: new RegExp(`^${anyCount('alerts:bell.label').source}$`) });

/** What the bell is called while so many alerts are new. */
export const bellName = (count: number): string => text('alerts:bell.label', { count });
