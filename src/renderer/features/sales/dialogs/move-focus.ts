import type { KeyboardEvent } from 'react';

/** Moves the focus from one button to the next with the up and down arrows, as in every list. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (steps === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const current = rows.findIndex((row) => row.matches(':focus'));
  rows[Math.max(0, Math.min(current + steps, rows.length - 1))]?.focus();
  event.preventDefault();
}
