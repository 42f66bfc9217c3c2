import { AsyncIteratorClass } from '@orpc/server';
import { type AddressedChange, type ChangeFeed, concerns } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Change } from '#shared/contract/events';
import type { OpenWindows } from './open-windows';
import {
  type CallContext,
  type Gate,
  type LiveSession,
  type Procedures,
  tokenOf,
  windowIdOf,
} from './procedures';

interface Needs {
  changes: ChangeFeed;
  openWindows: OpenWindows;
  gate: Gate;
  clock: Clock;
}

/** Notifies windows of the changes that concern them, each for as long as its session is live. */
export function eventProcedures(procedures: Procedures, { changes, openWindows, gate, clock }: Needs) {
  const liveSession = (context: CallContext): LiveSession | null => {
    try {
      return gate.authenticate(tokenOf(context), clock());
    } catch {
      return null;
    }
  };

  /** The next change for a window. The end of its session publishes a change too, so it is noticed here. */
  const nextFor = async (
    context: CallContext,
    all: AsyncGenerator<AddressedChange>,
  ): Promise<IteratorResult<Change>> => {
    const windowId = windowIdOf(context);
    for (;;) {
      const { done, value } = await all.next();
      const session = done ? null : liveSession(context);
      // The window's next call gets the reason why its session ended.
      if (!session) return { done: true, value: undefined };
      const here = { tillId: session.tillId, accountId: session.account.id };
      if (concerns(value, here, windowId)) return { done: false, value: sentPartOf(value) };
    }
  };

  return procedures.events.router({
    changes: procedures.events.changes.handler(({ context, signal }) => {
      const all = changes.subscribe(signal);
      return new AsyncIteratorClass(
        () => nextFor(context, all),
        async () => {
          await all.return(undefined);
        },
      );
    }),
    leads: procedures.events.leads.handler(({ context, signal }) => openWindows.follow(context, signal)),
  });
}

function sentPartOf({ topic, record }: AddressedChange): Change {
  return record === undefined ? { topic } : { topic, record };
}
