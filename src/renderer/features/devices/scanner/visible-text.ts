const CONTROL_PICTURES = 0x2400;

/** A text with its control characters made visible, as the signs that stand for them (GS is ␝). */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}]/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : '\u2421';
  });
}
