import { useState } from 'react';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';

interface ScanCall {
  /** What the last scan failed with; the next scan takes it away. */
  error: unknown;
  reset: () => void;
}

/** Does something with each scan of a page: sounds how it went and keeps what went wrong. */
export function useScanCall(take: (code: string) => Promise<void>): ScanCall {
  const [error, setError] = useState<unknown>(null);
  useScan(async ({ text }) => {
    try {
      await take(text);
      setError(null);
      playSuccess();
    } catch (failure) {
      setError(failure);
      playFailure();
    }
  });
  return { error, reset: () => setError(null) };
}
