import { ORPCError } from '@orpc/client';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Job } from '#shared/contract/jobs';

/** Says why a job failed, in the same words as a failed call. */
export function JobFailure({ job: { refusal } }: { job: Job }) {
  if (refusal === null) return null;
  return <RefusalNote error={new ORPCError(refusal.code, { data: refusal.data })} />;
}
