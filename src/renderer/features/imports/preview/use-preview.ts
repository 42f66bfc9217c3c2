import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { orpc } from '#renderer/lib/rpc';
import type { ExaminedFile, ImportChoices } from '#shared/contract/imports';

/** What the first rows of a file become, by the choices of this moment; nothing without a file. */
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
 * How many rows of a file an import would take, where the preview shows all of them; else how many it has, as
 * nobody knows yet what becomes of the others.
 */
export function useTakenRows(file: ExaminedFile | null, choices: ImportChoices | null): number {
  const { data, isError } = usePreview(file?.fileId, choices);
  const rows = isError ? [] : (data?.rows ?? []);
  if (file === null || rows.length < file.rows) return file?.rows ?? 0;
  return rows.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'skipped').length;
}
