import { ORPCError } from '@orpc/client';
import type { Job } from '#shared/contract/jobs';
import { RefusalNote } from '../refusal-note';

/** Says why a job failed, as a call that fails in the same way would. */
export function JobFailure({ job: { refusal } }: { job: Job }) {
  if (refusal === null) return null;
  return <RefusalNote error={new ORPCError(refusal.code, { data: refusal.data })} />;
}
