import { AsyncIteratorClass, EventPublisher } from '@orpc/server';
import type { Clock } from '#main/platform/clock';
import type { Permission } from '#shared/contract/common';
import type { Lead } from '#shared/contract/events';
import { type CallContext, type Gate, tokenOf } from './procedures';

/**
 * The desktop windows in which a person is signed in. Each follows leads from outside (such as a clicked notification)
 * for as long as its session is live.
 */
export class OpenWindows {
  readonly #following = new Set<CallContext>();
  readonly #publisher = new EventPublisher<{ lead: Lead }>();
  readonly #gate: Gate;
  readonly #clock: Clock;

  constructor(gate: Gate, clock: Clock) {
    this.#gate = gate;
    this.#clock = clock;
  }

  /** Whether a person with this permission is currently signed in at a window. */
  isFollowedBy(permission: Permission): boolean {
    return [...this.#following].some((context) => this.#mayBehind(context, permission));
  }

  /** Sends a lead to all windows. */
  lead(to: Lead): void {
    this.#publisher.publish('lead', to);
  }

  /** Yields the leads for a window until the signal aborts or the window closes; none for a browser window. */
  follow(context: CallContext, signal: AbortSignal | undefined): AsyncIteratorClass<Lead> {
    const leads = this.#publisher.subscribe('lead', { signal });
    if (context.entry === 'desktop') this.#following.add(context);
    const leave = async () => {
      this.#following.delete(context);
      await leads.return(undefined);
    };
    return new AsyncIteratorClass(
      async () => (context.entry === 'desktop' ? leads.next() : { done: true, value: undefined }),
      leave,
    );
  }

  #mayBehind(context: CallContext, permission: Permission): boolean {
    try {
      return this.#gate.authenticate(tokenOf(context), this.#clock()).permissions.has(permission);
    } catch {
      return false;
    }
  }
}
