/** Focuses the first invalid field, which shows its own error, and scrolls it into view with its label. */
export function focusFirstMistake(within: Element | null): void {
  const field = within?.querySelector<HTMLElement>('[aria-invalid=true]');
  field?.focus();
  // A field that has the focus already is not scrolled to by focusing it.
  field?.scrollIntoView({ block: 'nearest' });
}
