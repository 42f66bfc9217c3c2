import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { LateLoader } from '#renderer/ui/late-loader';
import { ErrorBoundary } from './error-boundary';
import { router } from './router';
import { SessionGate } from './session-gate';

/** The root of a window: the store's pages, behind the session gate. */
export function Window() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<LateLoader />}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </Suspense>
    </ErrorBoundary>
  );
}
