import { useState } from 'react';

/**
 * What a form failed with, until something is typed into it: what is said of the old entry is not true of the new one.
 * @returns what is still to be said, and what the form calls when it is typed into
 */
export function useUncorrected(error: unknown): [error: unknown, corrected: () => void] {
  const [old, setOld] = useState<unknown>(null);
  return [error === old ? null : error, () => setOld(error)];
}
