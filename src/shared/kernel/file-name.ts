const LONGEST = 120;

/** Control characters (line ends among them), marks that turn the direction of text, and invisible ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** What Windows allows in no name. */
const FORBIDDEN = /[<>:"|?*]/g;

/**
 * A file's name as a person may see it and a system may save it: the last part of a path, without control, direction
 * and invisible characters, and at most 120 characters.
 * @param given what a window said, which may be anything
 */
export function safeFileName(given: string): string {
  const [name = ''] = given.replace(UNSEEN, '').split(/[/\\]/).slice(-1);
  const safe = name.replace(FORBIDDEN, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  return [...safe].slice(-LONGEST).join('') || 'file';
}
