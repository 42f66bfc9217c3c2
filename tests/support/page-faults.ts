import type { Page } from '@playwright/test';

/** What one presses, writes into or is led by: it has to be in sight whole, or where it can be scrolled to. */
const PLACES = 'button, a[href], input, select, textarea, [role=tab], h1, h2';
/** Words that say what something is: none may end in an ellipsis, since they are told nowhere else. */
const LABELS =
  'button *, a[href] *, label, legend, th, h1, h2, h3, [role=columnheader], .mantine-Badge-root *';

/** What does not fit on the page as it stands, each in a few words; empty when nothing is cut. */
export async function cutOff(page: Page): Promise<string[]> {
  const found = await Promise.all([
    page.evaluate(whatScrollsSideways),
    page.locator(PLACES).evaluateAll(whatIsOutOfSight),
    page.locator(LABELS).evaluateAll(whatIsShortened),
    page.locator('button *, a[href] *').evaluateAll(wordsThatOverflow),
  ]);
  return [...new Set(found.flat())];
}

function whatScrollsSideways(): string[] {
  // A strip of chips, and a table of roles and permissions, which is as wide as it is.
  const meantTo = '.mantine-Scroller-root *, section:has(> table)';
  return [...document.querySelectorAll('*')]
    .filter(
      (element) =>
        element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX),
    )
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && !element.matches(meantTo))
    .map((element) => `${element.tagName} ${element.className} scrolls sideways`);
}

function whatIsOutOfSight(places: Element[]): string[] {
  // What scrolls can be scrolled to; whether it should scroll is asked of itself.
  const edgesAround = (element: Element | null): DOMRect => {
    if (element === null) return new DOMRect(0, 0, document.documentElement.clientWidth, 0);
    const { overflowX } = getComputedStyle(element);
    if (/auto|scroll/.test(overflowX)) return new DOMRect(-1e6, 0, 2e6, 0);
    return overflowX === 'visible' ? edgesAround(element.parentElement) : element.getBoundingClientRect();
  };
  return places.flatMap((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const edges = edgesAround(element.parentElement);
    if (!isShown || width < 2 || (left >= edges.left - 1 && right <= edges.right + 1)) return [];
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return [`${element.tagName} "${name.slice(0, 40)}" is cut`];
  });
}

/** A word that is wider than its button runs out of it and is cut at the button's edge. */
function wordsThatOverflow(labels: Element[]): string[] {
  return labels.flatMap((element) => {
    const [text] = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const button = element.closest('button, a[href]');
    const { position } = getComputedStyle(element);
    if (!(text && button) || position === 'absolute') return [];
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    const [word, edges] = [range.getBoundingClientRect(), button.getBoundingClientRect()];
    const isIn = word.left >= edges.left - 1 && word.right <= edges.right + 1;
    // What ends in an ellipsis is wider than what is seen of it, and is asked for elsewhere.
    const isEllipsis = getComputedStyle(element).textOverflow === 'ellipsis';
    return isIn || isEllipsis ? [] : [`"${element.textContent?.slice(0, 40)}" runs out of its button`];
  });
}

function whatIsShortened(labels: Element[]): string[] {
  return labels.flatMap((element) => {
    const { overflowX, position } = getComputedStyle(element);
    const isText =
      element.role === 'columnheader' ||
      [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE);
    // What only a screen reader is told is hidden by being cut.
    const isForEyes = position !== 'absolute' && element.checkVisibility({ visibilityProperty: true });
    const isShort = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    return isText && isForEyes && isShort ? [`"${element.textContent?.slice(0, 40)}" is shortened`] : [];
  });
}
