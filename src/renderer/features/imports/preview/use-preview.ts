import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { orpc } from '#renderer/lib/rpc';
import type { ExaminedFile, ImportChoices } from '#shared/contract/imports';

/** The preview of a file's first rows with the current choices; disabled without a file. */
export function usePreview(fileId: string | undefined, choices: ImportChoices | null) {
  const deferred = useDeferredValue(choices);
  return useQuery({
    ...orpc.imports.preview.queryOptions({
      input: fileId === undefined || deferred === null ? skipToken : { fileId, choices: deferred },
    }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/**
 * The number of rows an import would take, if the preview covers all of them; otherwise the number of rows in the
 * file, because the outcome of the others is not known yet.
 */
export function useTakenRows(file: ExaminedFile | null, choices: ImportChoices | null): number {
  const { data, isError } = usePreview(file?.fileId, choices);
  const rows = isError ? [] : (data?.rows ?? []);
  if (file === null || rows.length < file.rows) return file?.rows ?? 0;
  return rows.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'skipped').length;
}
