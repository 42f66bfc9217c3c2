import { type RefObject, useEffect, useRef } from 'react';

/** The fields that now keep their form from being submitted. */
const blocking = new Set<Element>();

/**
 * Keeps the form around a field from being submitted while the field holds unreadable text. Each such field is told,
 * and the first one of the form gets the focus.
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
    const input = field.current;
    const form = input?.form;
    if (!(isBlocked && input && form)) return;
    const block = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      if (firstBlockingIn(form) === input) input.focus();
      latest.current();
    };
    blocking.add(input);
    form.addEventListener('submit', block, { capture: true });
    return () => {
      blocking.delete(input);
      form.removeEventListener('submit', block, { capture: true });
    };
  }, [isBlocked]);
  return field;
}

function firstBlockingIn(form: HTMLFormElement): Element | undefined {
  return [...form.elements].find((element) => blocking.has(element));
}
