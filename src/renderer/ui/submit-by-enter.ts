import type { KeyboardEvent } from 'react';

/** Makes Enter in a closed select field submit the form instead of opening the list; an open list keeps the key. */
export function submitByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (event.key !== 'Enter' || ctrlKey || metaKey || shiftKey || altKey) return;
  if (!(target instanceof HTMLInputElement && target.readOnly && form.contains(target))) return;
  if (target.getAttribute('aria-haspopup') !== 'listbox' || target.getAttribute('aria-expanded') === 'true')
    return;
  event.preventDefault();
  event.stopPropagation();
  form.requestSubmit();
}
