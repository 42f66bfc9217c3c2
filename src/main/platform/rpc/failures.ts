import { ORPCError, ValidationError } from '@orpc/server';
import type { Damage } from '#main/platform/database/damage';
import { isBusy, isDiskFull, isReadOnly, isStorageFailure } from '#main/platform/database/store-file-error';
import type { Log } from '#main/platform/logging/log';
import { refusals } from '#shared/contract/refusal-codes';
import { refuse } from '#shared/contract/refusals';
import { plainIssue } from './plain-issue';

/**
 * Converts a failure to what the window receives: a declared refusal is passed on; anything else is logged once and
 * replaced by a number to quote.
 * @param call what failed, for the log.
 * @param damage records that the store's file is damaged
 */
export function plainFailure(
  error: unknown,
  call: string,
  { log, damage }: { log: Log; damage: Damage },
): ORPCError<string, unknown> {
  if (error instanceof ORPCError) {
    if (error.code in refusals) return error;
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      const issues = error.cause.issues.map((issue) => {
        const field = (issue.path ?? [])
          .map((part) => String(typeof part === 'object' ? part.key : part))
          .join('.');
        return { field, message: plainIssue(field, issue) };
      });
      return refuse('INPUT_INVALID', { issues });
    }
  }
  const wasKnown = damage.found;
  if (damage.noteIn(error)) {
    if (!wasKnown) log.fatal({ err: error, call }, 'the store file is damaged');
    return refuse('STORE_DAMAGED', {});
  }
  if (isDiskFull(error)) return refuse('DISK_FULL', {});
  if (isReadOnly(error)) return refuse('READ_ONLY', {});
  if (isBusy(error)) return refuse('STORE_BUSY', {});
  if (isStorageFailure(error)) {
    log.error({ err: error, call }, 'the disk or the memory failed during a call');
    return refuse('STORAGE_FAILED', {});
  }
  const quote = Math.random().toString(36).slice(2, 8).toUpperCase();
  log.error({ err: error, call, quote }, 'a call failed');
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: quote, data: { quote } });
}
