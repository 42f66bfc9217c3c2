import { ORPCError } from '@orpc/client';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Job } from '#shared/contract/jobs';

/** Says why a job failed, as a call that fails in the same way would. */
export function JobFailure({ job: { refusal } }: { job: Job }) {
  if (refusal === null) return null;
  return <RefusalNote error={new ORPCError(refusal.code, { data: refusal.data })} />;
}
