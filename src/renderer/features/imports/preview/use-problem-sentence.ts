import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '#shared/contract/imports';

/** Returns a function that says what is wrong with a row. */
export function useProblemSentence(): (problem: ImportProblem) => string {
  const { t } = useTranslation('imports');
  return useCallback(
    ({ reason, field, value, line, limit, name }) =>
      t(`reasons.${reason}`, {
        value,
        name,
        line: line ?? '',
        limit: limit ?? '',
        field: field === null ? '' : t(`fields.${field}`),
      }),
    [t],
  );
}
