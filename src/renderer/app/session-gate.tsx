import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { LateLoader } from '../components/late-loader';
import { SignInPage } from '../features/people/pages/sign-in-page';
import { FirstRunPage } from '../features/stores/pages/first-run-page';
import { orpc } from '../lib/rpc';
import { useHasToken } from '../lib/session';
import { useStore } from '../lib/store-status';
import { ChangeListener } from './change-listener';
import { LockGate } from './lock-gate';

/** Lets those in who are signed in; others make the store or sign in first. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { state } = useStore();
  const hasToken = useHasToken();
  if (state === 'new') return <FirstRunPage />;
  if (!hasToken) return <SignInPage />;
  return <SignedInGate>{children}</SignedInGate>;
}

function SignedInGate({ children }: { children: ReactNode }) {
  const me = useQuery(orpc.people.me.queryOptions());
  if (me.data === undefined) return me.error ? <SignInPage error={me.error} /> : <LateLoader />;
  return (
    <Suspense fallback={<LateLoader />}>
      <ChangeListener />
      <LockGate>{children}</LockGate>
    </Suspense>
  );
}
