import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useIdleLock } from '#renderer/lib/idle-lock';
import { type LockNotice, lock, useLockNotice } from '#renderer/lib/lock';
import { refusalOf } from '#renderer/lib/refusal';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useSession } from '#renderer/lib/session';
import { isOfLockScreen, LockScreen } from './lock-screen';
import classes from './lock-screen.module.css';

const AGAIN_MS = 1000;

/** Covers the window while its session is locked; the content below is kept. */
export function LockGate({ children }: { children: ReactNode }) {
  const { locked: isLockedInStore, lockAfterMinutes } = useSession();
  const notice = useLockNotice();
  const locked = isLockedInStore || notice !== null;
  useIdleLock(lockAfterMinutes, locked);
  useSettledNotice(notice);
  useOpening(locked);
  useFocusReturn(locked);
  return (
    <>
      <div className={classes.below} inert={locked}>
        {children}
      </div>
      {locked && <LockScreen confirmed={notice !== 'locking'} />}
    </>
  );
}

/** Locks the session in the store if a person locked it here, and retries until the store reports its lock state. */
function useSettledNotice(notice: LockNotice | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (notice === null) return;
    const leaving = new AbortController();
    void settle(notice, queries, leaving.signal);
    return () => leaving.abort();
  }, [notice, queries]);
}

async function settle(notice: LockNotice, queries: QueryClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if (notice === 'locking') await rpc.people.lock();
      // Requests already pending are cancelled, because their answer may be from before the lock.
      await queries.invalidateQueries({ queryKey: orpc.people.me.key() }, { throwOnError: true });
      lock.settle();
      return;
    } catch (error) {
      // The session has ended, and the lock with it.
      if (refusalOf(error)) return lock.settle();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Reloads everything shown after an unlock, because events may have been missed. */
function useOpening(locked: boolean): void {
  const queries = useQueryClient();
  const before = useRef(locked);
  useEffect(() => {
    const opens = before.current && !locked;
    before.current = locked;
    if (!opens) return;
    lock.open();
    void queries.invalidateQueries();
  }, [locked, queries]);
}

/** Returns the focus to the element that had it before the lock screen. */
function useFocusReturn(locked: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (locked) return;
    if (last.current?.isConnected) last.current.focus({ preventScroll: true });
    const onFocusIn = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !isOfLockScreen(target)) last.current = target;
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [locked]);
}
