import i18next from 'i18next';
import { confirm } from './confirm';

/** Asks before a draft document with lines is discarded; an empty one is discarded at once. It can be restored. */
export async function confirmDiscard(lineCount: number): Promise<boolean> {
  if (lineCount === 0) return true;
  return confirm({
    title: i18next.t('discardDraft.title'),
    consequence: i18next.t('discardDraft.consequence', { count: lineCount }),
    confirmLabel: i18next.t('discardDraft.confirm'),
    cancelLabel: i18next.t('discardDraft.keep'),
  });
}
