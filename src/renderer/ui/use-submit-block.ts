import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the form around a field from being submitted while the field holds unreadable text, and focuses the field.
 *
 * @param isBlocked whether the text is unreadable
 * @param onBlocked called when a submission was stopped
 * @returns the ref of the field
 */
export function useSubmitBlock(
  isBlocked: boolean,
  onBlocked: () => void,
): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(onBlocked);
  latest.current = onBlocked;
  useEffect(() => {
    const form = field.current?.form;
    if (!(isBlocked && form)) return;
    const block = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      field.current?.focus();
      latest.current();
    };
    form.addEventListener('submit', block, { capture: true });
    return () => form.removeEventListener('submit', block, { capture: true });
  }, [isBlocked]);
  return field;
}
