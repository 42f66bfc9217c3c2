import { type RefObject, useEffect } from 'react';

/**
 * Takes the focus when the component comes, if what had it went: what stands on this page changes as a whole.
 * @param wanted whether it is the component that the focus belongs to then
 */
export function useLostFocus(ref: RefObject<HTMLElement | null>, wanted = true): void {
  useEffect(() => {
    if (wanted && document.activeElement === document.body) ref.current?.focus();
  }, [ref, wanted]);
}
