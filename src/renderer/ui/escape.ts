import type { KeyboardEvent } from 'react';
import { isInDropdown } from '#renderer/lib/keys';

/**
 * Whether a key is an Escape that means to leave what hears it, and not a dropdown inside: that one closes
 * alone. Either way the key is used up.
 */
export function leavesBy(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false;
  event.preventDefault();
  const target = event.target as Element;
  // A dropdown is drawn elsewhere in the page, though its keys come through here.
  return event.currentTarget.contains(target) && !isInDropdown(target);
}
