/** Leads to the first field that keeps its settings from being saved: it says itself what is wrong. */
export function focusFirstMistake(within: Element | null): void {
  within?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}
