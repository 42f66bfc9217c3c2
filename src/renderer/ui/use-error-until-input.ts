import { useState } from 'react';

/**
 * The error of a form until its input changes, because a message about the old input does not apply to the new one.
 * @returns the error to show, and the function that the form calls on input
 */
export function useErrorUntilInput(error: unknown): [error: unknown, corrected: () => void] {
  const [old, setOld] = useState<unknown>(null);
  return [error === old ? null : error, () => setOld(error)];
}
