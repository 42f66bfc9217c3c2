import type { Page } from '@playwright/test';

/** Controls, links, fields and headings, which must be fully visible or reachable by scrolling. */
const PLACES = 'button, a[href], input, select, textarea, [role=tab], h1, h2';
/** Labels and figures, of which none may end in an ellipsis, since their text is shown nowhere else. */
const LABELS =
  'button *, a[href] *, label, legend, th, h1, h2, h3, [role=columnheader], [data-align=end], .mantine-Badge-root *';

/** What does not fit on the page, each in a few words; empty if nothing is cut off. */
export async function cutOff(page: Page): Promise<string[]> {
  const found = await Promise.all([
    page.evaluate(whatScrollsSideways),
    page.locator(PLACES).evaluateAll(whatIsOutOfSight),
    page.locator(LABELS).evaluateAll(whatIsShortened),
    page.locator('button *, a[href] *').evaluateAll(wordsThatOverflow),
    page.getByRole('grid').locator('[role=columnheader], [role=gridcell]').evaluateAll(wordsThatAreBroken),
    page.locator('[style*="--letters"]').evaluateAll(figuresOutOfTheirBox),
    page.locator('input[role=combobox]').evaluateAll(choicesThatAreCut),
  ]);
  return [...new Set(found.flat())];
}

function whatScrollsSideways(): string[] {
  // A strip of chips, and the table of roles and permissions, which is wider than the page by design.
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
  // Scrollable content can be scrolled to; whether it should scroll is checked on the element itself.
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

/** A word wider than its button overflows it and is cut at the button's edge. */
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
    // A text with an ellipsis is wider than its visible part, and is checked elsewhere.
    const isEllipsis = getComputedStyle(element).textOverflow === 'ellipsis';
    return isIn || isEllipsis ? [] : [`"${element.textContent?.slice(0, 40)}" runs out of its button`];
  });
}

/** A word of a list that continues on the next line, because its column is narrower than the word. */
function wordsThatAreBroken(cells: Element[]): string[] {
  const isBroken = (node: Node, start: number, length: number): boolean => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
  };
  return cells.flatMap((cell) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\d]+/gu)) {
        if (isBroken(node, index, word.length)) found.push(`The word "${word}" is broken`);
      }
    }
    return found;
  });
}

/** A large figure in a single line that is wider than the box around it. */
function figuresOutOfTheirBox(figures: Element[]): string[] {
  return figures.flatMap((figure) => {
    const box = figure.parentElement?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(figure);
    const { left, right } = range.getBoundingClientRect();
    const isIn = !box || right === left || (left >= box.left - 1 && right <= box.right + 1);
    return isIn ? [] : [`The figure "${figure.textContent}" is wider than its box`];
  });
}

/** A chosen value that is cut and cannot be read by hovering either. */
function choicesThatAreCut(fields: Element[]): string[] {
  return fields.flatMap((field) => {
    const { value, title } = field as HTMLInputElement;
    const isCut = value !== '' && field.scrollWidth > field.clientWidth + 1;
    return isCut && title !== value ? [`The choice "${value}" is cut`] : [];
  });
}

function whatIsShortened(labels: Element[]): string[] {
  return labels.flatMap((element) => {
    const { overflowX, position } = getComputedStyle(element);
    const isText =
      element.matches('[role=columnheader], [data-align=end]') ||
      [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE);
    // Text for screen readers only is hidden by being cut off.
    const isForEyes = position !== 'absolute' && element.checkVisibility({ visibilityProperty: true });
    const isShort = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    return isText && isForEyes && isShort ? [`"${element.textContent?.slice(0, 40)}" is shortened`] : [];
  });
}
