import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { refusals } from '#shared/contract/refusal-codes';
import type { RefusalCode } from '#shared/contract/refusals';
import { ConnectionLostError } from './connection';
import { useFormat } from './format';
import { type Refusal, refusalSentence } from './refusal-sentence';

/** The refusal contained in an error; null for bugs, lost connections and any other error. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError && error.code in refusals)) return null;
  const code = error.code as RefusalCode;
  const data = refusals[code].data.safeParse(error.data);
  return data.success ? ({ code, data: data.data } as Refusal) : null;
}

/** Returns a function that turns any error of a call into a sentence: what is wrong, and what to do. */
export function useRefusalSentence(): (error: unknown) => string {
  const { t } = useTranslation(['common', 'refusals']);
  const format = useFormat();
  return (error) => {
    const refusal = refusalOf(error);
    if (refusal) return refusalSentence(refusal, t, format);
    if (error instanceof ConnectionLostError) return t('refusals:connectionLost');
    const quote = quoteOf(error);
    return quote === null ? t('refusals:windowFailed') : t('refusals:bug', { quote });
  };
}

/** The number that identifies the error in the log. */
function quoteOf(error: unknown): string | null {
  const data: unknown = error instanceof ORPCError ? error.data : null;
  if (typeof data !== 'object' || data === null || !('quote' in data)) return null;
  return typeof data.quote === 'string' ? data.quote : null;
}
