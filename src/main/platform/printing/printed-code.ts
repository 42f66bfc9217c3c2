import { createHash, randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other on paper: no I, L, O, 0, 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUP = /.{4}(?=.)/g;

/**
 * Generates a random code that people read from paper or a screen, in groups of four.
 * @param length the number of characters; each adds about 5 bits
 */
export function makePrintedCode(length: number): string {
  const signs = Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return signs.replace(GROUP, '$&-');
}

/** The hash by which a typed code is compared; case, spaces and dashes are ignored. */
export function hashOfPrintedCode(code: string): string {
  const signs = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(signs).digest('base64url');
}
