import { useBlocker } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { confirm } from './confirm';

/**
 * Guards unsaved changes: navigating to another page or closing the window asks first.
 * @returns a function that asks the same before any other action that would lose them; it resolves to whether to go
 *   on, and to true if there are no changes
 */
export function useUnsaved(dirty: boolean): () => Promise<boolean> {
  const { t } = useTranslation();
  const mayLeave = useCallback(async (): Promise<boolean> => {
    if (!dirty) return true;
    return confirm({
      title: t('unsaved.title'),
      consequence: t('unsaved.consequence'),
      confirmLabel: t('unsaved.leave'),
      cancelLabel: t('unsaved.stay'),
      danger: true,
    });
  }, [dirty, t]);
  useBlocker({
    shouldBlockFn: async () => !(await mayLeave()),
    enableBeforeUnload: dirty,
    disabled: !dirty,
  });
  return mayLeave;
}
