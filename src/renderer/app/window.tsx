import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { LateLoader } from '#renderer/ui/late-loader';
import { ErrorBoundary } from './error-boundary';
import { router } from './router';
import { SessionGate } from './session-gate';

/** What a window shows: the store's pages, to whom they belong. */
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
