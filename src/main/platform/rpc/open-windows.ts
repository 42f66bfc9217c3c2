import { AsyncIteratorClass, EventPublisher } from '@orpc/server';
import type { Clock } from '#main/platform/clock';
import type { Permission } from '#shared/contract/common';
import type { Lead } from '#shared/contract/events';
import { type CallContext, type Gate, tokenOf } from './procedures';

/**
 * The windows of the desktop in which somebody is signed in: each follows where it is led to from outside for as
 * long as that lasts.
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

  /** Whether somebody who may do this is signed in at a window now. */
  isFollowedBy(permission: Permission): boolean {
    return [...this.#following].some((context) => this.#mayBehind(context, permission));
  }

  /** Leads the windows somewhere. */
  lead(to: Lead): void {
    this.#publisher.publish('lead', to);
  }

  /** What leads a window, until the signal or until it goes; a window of a browser is led nowhere from outside. */
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
