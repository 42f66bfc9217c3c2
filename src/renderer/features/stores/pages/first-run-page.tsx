import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/lib/rpc';
import { FrontPage } from '#renderer/ui/front-page';
import { DemoReady } from '../first-run/demo-ready';
import { StoreWizard } from '../first-run/store-wizard';
import { Welcome } from '../first-run/welcome';

const PRODUCT = 'Tillroom';

/** The first run: create a store with its first admin, or try the demo store. */
export function FirstRunPage() {
  const [ownStore, setOwnStore] = useState(false);
  const demo = useMutation(orpc.stores.createDemoStore.mutationOptions());
  const makeDemo = (): void => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    demo.mutate({ locale: navigator.language, timeZone });
  };
  return (
    <FrontPage name={PRODUCT} width="40rem">
      {demo.data && <DemoReady signIns={demo.data.signIns} />}
      {!demo.data && ownStore && <StoreWizard onBack={() => setOwnStore(false)} />}
      {!(demo.data || ownStore) && (
        <Welcome busy={demo.isPending} error={demo.error} onOwn={() => setOwnStore(true)} onDemo={makeDemo} />
      )}
    </FrontPage>
  );
}
