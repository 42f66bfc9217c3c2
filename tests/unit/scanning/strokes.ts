import type { KeyStroke } from '#renderer/lib/scan/key-stroke';

/** A key going down at a time, without modifiers unless overridden. */
export function stroke(key: string, at: number, extra: Partial<KeyStroke> = {}): KeyStroke {
  return {
    key,
    code: '',
    at,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    altGraph: false,
    repeat: false,
    isComposing: false,
    ...extra,
  };
}

/** A code as a scanner sends it: one stroke after another at a steady pace, without the key that ends it. */
export function scanned(text: string, from: number, intervalMs = 10): KeyStroke[] {
  return [...text].map((key, index) => stroke(key, from + index * intervalMs));
}
