import type { LostNumbers } from '#shared/contract/stores';
import { DOCUMENT_PREFIXES, documentNumber } from '#shared/kernel/document-number';
import type { GapRow, Series } from './number.queries';

/** The prefix of the numbers of a series. */
export const prefixOf = ({ kind, tillCode }: Series): string =>
  kind === 'order' ? (tillCode ?? '') : DOCUMENT_PREFIXES[kind];

/** A gap as a window shows it. */
export function shownGap({ fromNumber, toNumber, foundAt, ...series }: GapRow): LostNumbers {
  const prefix = prefixOf(series);
  return { from: documentNumber(prefix, fromNumber), to: documentNumber(prefix, toNumber), foundAt };
}
