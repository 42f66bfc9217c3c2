import { useQuery } from '@tanstack/react-query';
import { orpc, rpc } from '#renderer/lib/rpc';
import { saveText } from '#renderer/ui/save-text';
import type { Job } from '#shared/contract/jobs';

/** The signed-in person's background jobs, newest first; updated while they run. */
export function useJobs(): readonly Job[] {
  const { data = [] } = useQuery(orpc.jobs.list.queryOptions());
  return data;
}

/** The progress of a job in whole percents; null where it is unknown. */
export function percentOf({ done, total }: Pick<Job, 'done' | 'total'>): number | null {
  if (total === null) return null;
  return total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100));
}

/** Fetches a job's result file, piece by piece, and saves it. */
export async function saveJobFile(id: number): Promise<void> {
  // As blobs, which may be stored on disk, so that a long file need not fit into memory.
  const pieces: Blob[] = [];
  let offset = 0;
  for (;;) {
    const { fileName, mediaType, text, nextOffset } = await rpc.jobs.file({ id, offset });
    pieces.push(new Blob([text]));
    if (nextOffset === null) return saveText(fileName, pieces, mediaType);
    offset = nextOffset;
  }
}
