/** The width of a letter, and of a field's padding and arrow. */
const LETTER_REM = 0.53;
const AROUND_REM = 4.5;

/** Makes a field as wide as its longest text needs, if there is room; otherwise hovering shows the whole text. */
export function roomFor(text: string | undefined, leastRem: number) {
  const needed = (text?.length ?? 0) * LETTER_REM + AROUND_REM;
  return { miw: `min(100%, ${Math.max(leastRem, needed).toFixed(1)}rem)`, title: text };
}
