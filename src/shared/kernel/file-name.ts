const LONGEST = 120;

/** Control characters (including line ends), marks that change the text direction, and invisible characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Characters that Windows does not allow in names. */
const FORBIDDEN = /[<>:"|?*]/g;

/**
 * Makes a file name safe to show and to save: the last part of the path, without control, direction and invisible
 * characters, at most 120 characters.
 * @param given the name from a window, which can be anything
 */
export function safeFileName(given: string): string {
  const [name = ''] = given.replace(UNSEEN, '').split(/[/\\]/).slice(-1);
  const safe = name.replace(FORBIDDEN, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  return [...safe].slice(-LONGEST).join('') || 'file';
}
