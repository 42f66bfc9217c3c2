import { useState } from 'react';
import { scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import type { ScannedCode } from '#shared/contract/scanning';

interface ScanCall {
  /** The error of the last scan; the next scan clears or replaces it. */
  error: unknown;
  reset: () => void;
}

/** Does something with each scan of a page: sounds how it went and keeps what went wrong. */
export function useScanCall(take: (scanned: ScannedCode) => Promise<void>): ScanCall {
  const [error, setError] = useState<unknown>(null);
  useScan(async (scan) => {
    try {
      await take(scannedCodeOf(scan));
      setError(null);
      playSuccess();
    } catch (failure) {
      setError(failure);
      playFailure();
    }
  });
  return { error, reset: () => setError(null) };
}
