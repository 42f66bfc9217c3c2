import { useState } from 'react';

/**
 * Lets a form be submitted only when it is complete; after an attempt before that, its fields say what is missing.
 *
 * @returns whether the fields say what is missing, and the function that runs the submission
 */
export function useCompleteSubmit(
  isComplete: boolean,
): [saysMissing: boolean, submit: (run: () => void) => void] {
  const [isTried, setTried] = useState(false);
  return [
    isTried,
    (run) => {
      setTried(!isComplete);
      if (isComplete) run();
    },
  ];
}
