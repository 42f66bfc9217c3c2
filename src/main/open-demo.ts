import { createRouterClient } from '@orpc/server';
import type { Store } from '#main/store';
import type { ContractClient } from '#shared/contract/index';

/** Fills a new store with the demo and prints how to sign in; an existing store is left as it is. */
export async function fillDemoStore(store: Store, print: (line: string) => void): Promise<void> {
  if (store.services.settings.ready) return;
  const calls = createRouterClient(store.router as never, {
    context: { entry: 'desktop' } as never,
  }) as ContractClient;
  const { signIns } = await calls.stores.createDemoStore({});
  print('This is the demo store. Sign in as:');
  for (const { role, username, password, pin } of signIns) {
    print(`  ${role.padEnd(12)} ${username.padEnd(12)} password ${password.padEnd(16)} PIN ${pin}`);
  }
}
