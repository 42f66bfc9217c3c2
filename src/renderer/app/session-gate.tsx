import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect } from 'react';
import { SignInPage } from '#renderer/features/people/pages/sign-in-page';
import { FirstRunPage } from '#renderer/features/stores/pages/first-run-page';
import { refusalOf } from '#renderer/lib/refusal';
import { orpc } from '#renderer/lib/rpc';
import { useSessionToken } from '#renderer/lib/session';
import { useStore } from '#renderer/lib/store-status';
import { LateLoader } from '#renderer/ui/late-loader';
import { ChangeListener } from './change-listener';
import { LeadListener } from './lead-listener';
import { LockGate } from './lock-gate';

/** Shows its children to signed-in people; others create the store or sign in first. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { state } = useStore();
  const token = useSessionToken();
  if (state === 'new') return <FirstRunPage />;
  if (token === null) return <SignInPage />;
  // The key discards everything a person has open when another person takes over the till.
  return <SignedInGate key={token}>{children}</SignedInGate>;
}

function SignedInGate({ children }: { children: ReactNode }) {
  const me = useQuery(orpc.people.me.queryOptions());
  useEffect(() => () => modals.closeAll(), []);
  // A refusal ends the session and unmounts this gate; any other error leaves nothing to show.
  if (me.error && me.data === undefined && !refusalOf(me.error)) throw me.error;
  if (me.data === undefined) return <LateLoader />;
  return (
    <Suspense fallback={<LateLoader />}>
      <ChangeListener />
      <LeadListener />
      <LockGate>{children}</LockGate>
    </Suspense>
  );
}
