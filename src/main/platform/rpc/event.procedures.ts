import { AsyncIteratorClass } from '@orpc/server';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { OpenWindows } from './open-windows';
import { type CallContext, type Gate, type Procedures, tokenOf } from './procedures';

interface Needs {
  changes: ChangeFeed;
  openWindows: OpenWindows;
  gate: Gate;
  clock: Clock;
}

/** Notifies windows of changes, each for as long as its session is live. */
export function eventProcedures(procedures: Procedures, { changes, openWindows, gate, clock }: Needs) {
  const isLive = (context: CallContext): boolean => {
    try {
      gate.authenticate(tokenOf(context), clock());
      return true;
    } catch {
      return false;
    }
  };
  return procedures.events.router({
    changes: procedures.events.changes.handler(({ context, signal }) => {
      const all = changes.subscribe(signal);
      const next = async () => {
        const change = await all.next();
        // The end of a session publishes a change too, so it is noticed here; the window's next call gets the reason.
        return change.done || isLive(context) ? change : { done: true as const, value: undefined };
      };
      return new AsyncIteratorClass(next, async () => {
        await all.return(undefined);
      });
    }),
    leads: procedures.events.leads.handler(({ context, signal }) => openWindows.follow(context, signal)),
  });
}
