import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { IdleWatch } from './idle-watch';
import { onChangeCall, orpc, rpc } from './rpc';
import { wedgeListener } from './scan/wedge-listener';

const LOOK_EVERY_MS = 5000;
const TOUCHES = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/**
 * Reports to the store when someone touches this window, types or scans, and asks it whether the session has locked
 * when nobody did so for this many minutes. Does nothing if the minutes are 0 or while `locked`.
 */
export function useIdleLock(afterMinutes: number, locked: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (afterMinutes === 0 || locked) return;
    const watch = new IdleWatch(
      {
        lockAfterMinutes: afterMinutes,
        // The link handles a refusal; without a connection the next touch reports again.
        report: () => void rpc.people.active().catch(() => undefined),
        ask: () => void queries.invalidateQueries({ queryKey: orpc.people.me.key() }),
      },
      Date.now(),
    );
    const touched = (): void => watch.touch(Date.now());
    for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });
    // A scanner's keys do not reach the page, so they are observed at the listener.
    const stopObserving = wedgeListener.observe(touched);
    const stopListening = onChangeCall(() => watch.change(Date.now()));
    const timer = window.setInterval(() => watch.look(Date.now()), LOOK_EVERY_MS);
    return () => {
      for (const touch of TOUCHES) window.removeEventListener(touch, touched, { capture: true });
      stopObserving();
      stopListening();
      window.clearInterval(timer);
    };
  }, [afterMinutes, locked, queries]);
}
