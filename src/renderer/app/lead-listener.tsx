import { useEffect } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { useStore } from '#renderer/lib/store-status';
import { router } from './router';

const AGAIN_MS = 500;

/** In the desktop app, opens the product that a click outside the window points to, while someone is signed in. */
export function LeadListener() {
  const { entry } = useStore();
  useEffect(() => {
    if (entry !== 'desktop') return;
    const leaving = new AbortController();
    void follow(leaving.signal);
    return () => leaving.abort();
  }, [entry]);
  return null;
}

async function follow(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { productId } of await rpc.events.leads(undefined, { signal })) {
        void router.navigate({ to: '/stockroom', search: { product: productId } });
      }
    } catch (error) {
      if (refusalOf(error)) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
