import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from './till-context';
import classes from './till-page.module.css';

const TAKES_TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';

/**
 * The ground of the till. Whatever loses the focus to nowhere (a dialog that closes, a button that goes, a
 * tap beside everything) gives it to the one box, and typing goes there from wherever it begins.
 */
export function TillFrame({ children }: { children: ReactNode }) {
  const { findBox, dialog, failure, step } = useTill();
  const { t } = useTranslation('sales');
  const frame = useRef<HTMLDivElement>(null);
  const atRest = dialog === null && failure === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step, dialog and failure gives the focus back
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
