import { useCallback, useRef, useState } from 'react';

/**
 * State that can also be read as it is now: a scan may be handled before the change that the one before it made was
 * rendered.
 *
 * @returns the state as rendered, how to set it, and how to read it now
 */
export function useLiveState<State>(
  initial: State,
): readonly [rendered: State, set: (next: State) => void, now: () => State] {
  const [rendered, setRendered] = useState(initial);
  const current = useRef(initial);
  const set = useCallback((next: State) => {
    current.current = next;
    setRendered(next);
  }, []);
  const now = useCallback(() => current.current, []);
  return [rendered, set, now];
}
