import { useCallback, useRef, useState } from 'react';

/**
 * State whose current value can also be read before it is rendered, because a scan may be handled before the change
 * made by the previous scan was rendered.
 *
 * @returns the rendered state, its setter, and a getter for the current value
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
