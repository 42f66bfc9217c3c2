import type { FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { focusFirstMistake } from './first-mistake';

/** Submits a form, then focuses its first field that shows a mistake. */
export function submitDialog(event: FormEvent<HTMLFormElement>, submit: () => void): void {
  event.preventDefault();
  const form = event.currentTarget;
  flushSync(submit);
  focusFirstMistake(form);
}
