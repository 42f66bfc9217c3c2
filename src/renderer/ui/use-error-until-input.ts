import { useState } from 'react';

/**
 * What a form failed with, until something is typed into it: a message about the old entry is not true of the new one.
 * @returns the error that is still to be shown, and what the form calls when it is typed into
 */
export function useErrorUntilInput(error: unknown): [error: unknown, corrected: () => void] {
  const [old, setOld] = useState<unknown>(null);
  return [error === old ? null : error, () => setOld(error)];
}
