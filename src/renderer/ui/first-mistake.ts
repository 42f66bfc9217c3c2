/** Focuses the first invalid field, which shows its own error. */
export function focusFirstMistake(within: Element | null): void {
  within?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}
