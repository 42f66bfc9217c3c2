import type { ReactNode } from 'react';
import { useIdleLock } from '../lib/idle-lock';
import { useLocked } from '../lib/lock';
import { useSession } from '../lib/session';
import { LockScreen } from './lock-screen';
import classes from './lock-screen.module.css';

/** Covers the window while it is locked; what stands below stays as it is. */
export function LockGate({ children }: { children: ReactNode }) {
  const { lockAfterMinutes } = useSession();
  const locked = useLocked();
  useIdleLock(lockAfterMinutes);
  return (
    <>
      <div className={classes.below} inert={locked}>
        {children}
      </div>
      {locked && <LockScreen />}
    </>
  );
}
