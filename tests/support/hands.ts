import { setTimeout as until } from 'node:timers/promises';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';

/** Slower than any scanner and as fast as a person types. */
const TYPING_PAUSE_MS = 45;
const SCANNER_PAUSE_MS = 2;
/** The longest time for a key to reach the page of a busy machine. */
const LONGEST_DELIVERY_MS = 250;
/** More tab stops than any page of the app has. */
const LONGEST_WAY = 120;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The connection to Chromium's developer tools, for what Playwright has no call for. */
export function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** What the keys of the digits 0 to 9 type on a keyboard. */
const US_DIGITS = '0123456789';
/** On a French keyboard the digits need Shift, which a scanner set to a US keyboard does not send. */
export const FRENCH_DIGITS = 'à&é"\'(-è_ç';

function strokeOf(character: string, digits: string) {
  if (character === '\r') return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  const capital = character.toUpperCase();
  const isDigit = /\d/.test(character);
  const typed = isDigit ? (digits[Number(character)] ?? character) : character;
  return {
    key: typed,
    code: `${isDigit ? 'Digit' : 'Key'}${capital}`,
    windowsVirtualKeyCode: capital.charCodeAt(0),
    text: typed,
  };
}

/**
 * Sends a code of letters and digits as a keyboard-wedge scanner does: one key every two milliseconds, Enter last. No
 * key waits for the one before it, and all have times a little ahead of the clock, so that late arrival on a busy
 * machine does not make the scan look like typing.
 * @param digits what the computer takes the keys of the digits for, where its keyboard is another than the scanner's
 */
export async function scan(page: Page, code: string, { digits = US_DIGITS } = {}): Promise<void> {
  const session = await sessionOf(page);
  const started = Date.now() + LONGEST_DELIVERY_MS;
  const timeOf = (index: number): number => started + index * SCANNER_PAUSE_MS;
  const events = [...code, '\r'].flatMap((character, index) => {
    const { text, ...key } = strokeOf(character, digits);
    const timestamp = timeOf(index) / 1000;
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
    ];
  });
  await Promise.all(events);
  // The next key, from a person, comes after a human pause.
  await until(Math.max(0, timeOf(code.length) + TYPING_PAUSE_MS - Date.now()));
}

/** Types at a person's pace into the focused element. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: TYPING_PAUSE_MS });
}

/** Presses keys one after another, at a person's pace. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key, { delay: TYPING_PAUSE_MS });
}

/** Presses the key shown on a button. */
export async function pressKeyOf(page: Page, button: string | RegExp): Promise<void> {
  const shown = page.getByRole('button', { name: button, exact: typeof button === 'string' });
  await expect(shown).toBeEnabled();
  const keys = await shown.getAttribute('aria-keyshortcuts');
  if (!keys) throw new Error(`The button ${button} shows no key`);
  await press(page, keys);
}

/** Moves the focus to an element with Tab or another key, without a mouse. */
export async function tabTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  await expect(place).toBeVisible();
  for (let stops = 0; stops < LONGEST_WAY; stops += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${place}`);
}

/** Moves to a field with Tab and replaces its text. */
export async function fillIn(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: label, exact: true }));
  await page.keyboard.press('ControlOrMeta+a');
  await type(page, text);
}

/** Moves to a field with options and chooses one with the arrows; repeats this if another one was chosen. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  const wanted = page.getByRole('option', { name: choice, exact: true });
  await tabTo(page, field);
  await expect(async () => {
    await press(page, 'ArrowDown');
    await expect(wanted).toBeVisible();
    const isReached = async () => (await wanted.getAttribute('data-combobox-selected')) !== null;
    for (let stops = 0; stops < LONGEST_WAY && !(await isReached()); stops += 1) {
      await press(page, 'ArrowDown');
    }
    await press(page, 'Enter');
    await expect(field).toHaveValue(choice, { timeout: 1000 });
  }).toPass();
}
