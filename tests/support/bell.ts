import type { Locator, Page } from '@playwright/test';
import { anyCount, text } from './texts';

/** The bell in the top bar, with any label. */
export const bellOf = (page: Page): Locator =>
  page.getByRole('button', { name: new RegExp(`^${anyCount('alerts:bell.label').source}$`) });

/** The label of the bell with this many new alerts. */
export const bellName = (count: number): string => text('alerts:bell.label', { count });
