import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/lib/rpc';
import type { LabelDrawing, LabelLook } from '#shared/contract/labels';
import { type LabelRow, labelKey } from './label-list';

/** The drawings of the rows, in the same order; while new ones are loaded, the known ones are kept. */
export function useDrawings(rows: readonly LabelRow[], look: LabelLook) {
  const refs = rows.map(({ item: { of, id } }) => ({ of, id }));
  const { data, error, isPlaceholderData } = useQuery(
    orpc.labels.draw.queryOptions({
      input: refs.length === 0 ? skipToken : { ...look, refs },
      placeholderData: keepPreviousData,
    }),
  );
  const known = useMemo(() => new Map(data?.drawings.map((drawing) => [labelKey(drawing), drawing])), [data]);
  const drawings: Array<LabelDrawing | undefined> = rows.map(({ item }) => known.get(labelKey(item)));
  return { drawings, error, isReady: data !== undefined && !isPlaceholderData };
}
