import type { KeyboardEvent } from 'react';

/** Arrows go from one row of buttons to the next, as in every list. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (steps === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const current = rows.findIndex((row) => row.matches(':focus'));
  rows[Math.max(0, Math.min(current + steps, rows.length - 1))]?.focus();
  event.preventDefault();
}
