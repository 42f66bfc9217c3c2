import { useEffect } from 'react';
import { lock } from './lock';
import { wedgeListener } from './scan/wedge-listener';

const LOOK_EVERY_MS = 5000;
const TOUCHES = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** Locks the window once nobody touched it, typed or scanned for so many minutes; 0 never does. */
export function useIdleLock(afterMinutes: number): void {
  useEffect(() => {
    if (afterMinutes === 0) return;
    let touchedAt = Date.now();
    const touched = (): void => {
      touchedAt = Date.now();
    };
    for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });
    // A scanner's keys do not reach the page.
    const stopObserving = wedgeListener.observe(touched);
    const timer = window.setInterval(() => {
      if (Date.now() - touchedAt > afterMinutes * 60_000 && !lock.get()) lock.close();
    }, LOOK_EVERY_MS);
    return () => {
      for (const touch of TOUCHES) window.removeEventListener(touch, touched, { capture: true });
      stopObserving();
      window.clearInterval(timer);
    };
  }, [afterMinutes]);
}
