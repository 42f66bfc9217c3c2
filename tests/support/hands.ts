import { setTimeout as until } from 'node:timers/promises';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';

/** Slower than any scanner, and as fast as people type. */
const TYPING_PAUSE_MS = 45;
const SCANNER_PAUSE_MS = 2;
/** How long a key may be on its way from here to the page of a busy machine. */
const LONGEST_DELIVERY_MS = 250;
/** More stops than any page of the app has. */
const LONGEST_WAY = 120;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The line to Chromium's own tools, by which a page is given what Playwright has no call for. */
export function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

function strokeOf(character: string) {
  if (character === '\r') return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  const capital = character.toUpperCase();
  const name = /\d/.test(character) ? 'Digit' : 'Key';
  return {
    key: character,
    code: `${name}${capital}`,
    windowsVirtualKeyCode: capital.charCodeAt(0),
    text: character,
  };
}

/**
 * Sends a code of letters and digits as a keyboard-wedge scanner does: one key every two milliseconds, Enter
 * last. No key waits for the one before it, and all bear times a little ahead of the clock, so that a busy
 * machine, on which they arrive late, does not turn the scanner into a typist.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const session = await sessionOf(page);
  const started = Date.now() + LONGEST_DELIVERY_MS;
  const timeOf = (index: number): number => started + index * SCANNER_PAUSE_MS;
  const events = [...code, '\r'].flatMap((character, index) => {
    const { text, ...key } = strokeOf(character);
    const timestamp = timeOf(index) / 1000;
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
    ];
  });
  await Promise.all(events);
  // The next key, a person's, comes a person's pause after the scanner's last.
  await until(Math.max(0, timeOf(code.length) + TYPING_PAUSE_MS - Date.now()));
}

/** Types as a person does, into whatever has the focus. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: TYPING_PAUSE_MS });
}

/** Presses keys one after another, as a person does. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key, { delay: TYPING_PAUSE_MS });
}

/** Presses the key that a button shows. */
export async function pressKeyOf(page: Page, button: string | RegExp): Promise<void> {
  const shown = page.getByRole('button', { name: button, exact: typeof button === 'string' });
  await expect(shown).toBeEnabled();
  const keys = await shown.getAttribute('aria-keyshortcuts');
  if (!keys) throw new Error(`The button ${button} shows no key`);
  await press(page, keys);
}

/** Goes to a place with the Tab key, or with another key that moves on, as one does without a mouse. */
export async function tabTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  await expect(place).toBeVisible();
  for (let stops = 0; stops < LONGEST_WAY; stops += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${place}`);
}

/** Goes to a field with the Tab key and writes into it what is to stand there. */
export async function fillIn(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: label, exact: true }));
  await page.keyboard.press('ControlOrMeta+a');
  await type(page, text);
}

/** Goes to a field with choices and takes one of them with the arrows; again, should another have been taken. */
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
