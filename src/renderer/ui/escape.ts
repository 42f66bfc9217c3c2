import type { KeyboardEvent } from 'react';
import { isInDropdown } from '#renderer/lib/keys';

/**
 * Whether a key is an Escape that leaves the listening element, not a dropdown inside it, which closes alone.
 * Either way the Escape is consumed.
 */
export function leavesBy(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false;
  event.preventDefault();
  const target = event.target as Element;
  // A dropdown is rendered elsewhere in the page, but its key events bubble through here.
  return event.currentTarget.contains(target) && !isInDropdown(target);
}
