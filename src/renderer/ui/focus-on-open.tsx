import { useLayoutEffect, useRef, useState } from 'react';

/**
 * Moves the focus into the dialog around it in the same step that shows the dialog, and back in the step that closes
 * it. The library moves it a moment later each time: until then, Enter would act on the page below.
 */
export function FocusOnOpen() {
  const marker = useRef<HTMLSpanElement>(null);
  // Read during the first render, because a field of the dialog may take the focus as soon as it is mounted.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    focusDialog(marker.current?.closest<HTMLElement>('[aria-modal=true]') ?? null);
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [before]);
  return <span hidden ref={marker} />;
}

function focusDialog(dialog: HTMLElement | null): void {
  if (!dialog || dialog.contains(document.activeElement)) return;
  // Without a marked element, nothing in the dialog reacts to Enter until the library has chosen one.
  const target = dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog;
  target.focus({ preventScroll: true });
}
