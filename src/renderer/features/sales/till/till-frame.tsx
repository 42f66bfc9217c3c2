import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from './till-context';
import classes from './till-page.module.css';

const TAKES_TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';

/**
 * The frame of the till. When the focus is lost (a dialog closes, a button disappears, a tap beside
 * everything), it moves to the search box, and typing goes there wherever it starts.
 */
export function TillFrame({ children }: { children: ReactNode }) {
  const { findBox, dialog, failure, step } = useTill();
  const { t } = useTranslation('sales');
  const frame = useRef<HTMLDivElement>(null);
  const atRest = dialog === null && failure === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus returns after each step, dialog and failure
  useEffect(() => {
    if (atRest && isNowhere(document.activeElement)) findBox.current?.focus();
  }, [atRest, step, findBox]);

  useEffect(() => {
    if (!atRest) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = document.activeElement;
      const typed = event.key.length === 1 && !(event.ctrlKey || event.altKey || event.metaKey);
      const elsewhere =
        isNowhere(target) || (frame.current?.contains(target) && !target?.matches(TAKES_TYPING));
      const meantHere = event.key === ' ' || event.key === '+' || event.key === '-';
      if (typed && elsewhere && (isNowhere(target) || !meantHere)) findBox.current?.focus();
    };
    const onFocusOut = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) return;
      requestAnimationFrame(() => {
        if (isNowhere(document.activeElement) && document.hasFocus() && !isModalOpen()) {
          findBox.current?.focus();
        }
      });
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('focusout', onFocusOut);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('focusout', onFocusOut);
    };
  }, [atRest, findBox]);

  return (
    <div ref={frame} className={classes.ground}>
      <VisuallyHidden>
        <h1>{t('till.title')}</h1>
      </VisuallyHidden>
      <div className={classes.till}>{children}</div>
    </div>
  );
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}

function isModalOpen(): boolean {
  return document.querySelector('[aria-modal=true]') !== null;
}
