const CONTROL_PICTURES = 0x2400;

/** Replaces control characters with their visible symbols (GS is ␝). */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}]/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : '\u2421';
  });
}
