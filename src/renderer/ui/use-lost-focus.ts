import { type RefObject, useEffect } from 'react';

/**
 * Focuses an element on mount if the focus was lost because the content of the page was replaced.
 * @param wanted whether this component should get the focus
 */
export function useLostFocus(ref: RefObject<HTMLElement | null>, wanted = true): void {
  useEffect(() => {
    if (wanted && document.activeElement === document.body) ref.current?.focus();
  }, [ref, wanted]);
}
