import { useQuery } from '@tanstack/react-query';
import { orpc, rpc } from '#renderer/lib/rpc';
import { saveText } from '#renderer/ui/save-text';
import type { Job } from '#shared/contract/jobs';

/** One's own background work, newest first; updated while it runs. */
export function useJobs(): readonly Job[] {
  const { data = [] } = useQuery(orpc.jobs.list.queryOptions());
  return data;
}

/** How far a job is, in whole percents; null where that is not known. */
export function percentOf({ done, total }: Pick<Job, 'done' | 'total'>): number | null {
  if (total === null) return null;
  return total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100));
}

/** Fetches the file that a job left, piece by piece, and saves it. */
export async function saveJobFile(id: number): Promise<void> {
  // As blobs, which may lie on the disk: a long file need not be in memory whole.
  const pieces: Blob[] = [];
  let offset = 0;
  for (;;) {
    const { fileName, mediaType, text, nextOffset } = await rpc.jobs.file({ id, offset });
    pieces.push(new Blob([text]));
    if (nextOffset === null) return saveText(fileName, pieces, mediaType);
    offset = nextOffset;
  }
}
