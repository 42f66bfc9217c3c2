import type { Procedures } from '#main/platform/rpc/procedures';
import type { DemoStoreService } from './demo-store.service';

/** The call of `stores` that creates the demo store. */
export function demoProcedures({ stores }: Procedures, demoStore: DemoStoreService) {
  return {
    createDemoStore: stores.createDemoStore.handler(({ context: { reader }, input }) =>
      demoStore.create(reader, input),
    ),
  };
}
