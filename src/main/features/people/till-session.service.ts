import { TillQueries } from '#main/features/tills/index';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { Inputs } from '#shared/contract/index';
import type { AccountEntity } from './account.entity';
import type { SessionMethod, SessionService } from './session.service';

interface Parts {
  sessions: SessionService;
  audit: StoreLog;
}

/** Starts and ends sessions at a till. */
export class TillSessionService {
  readonly #sessions: SessionService;
  readonly #audit: StoreLog;
  readonly #tills: TillQueries;

  constructor(tx: Tx, { sessions, audit }: Parts) {
    this.#sessions = sessions;
    this.#audit = audit;
    this.#tills = new TillQueries(tx);
  }

  /** Opens a session at this machine's till; returns its token. */
  openHere(accountId: number, method: SessionMethod, now: number): string {
    return this.#sessions.open(accountId, this.#tills.first().id, method, now);
  }

  /**
   * Ends the session and opens one for the other person at the same till, who is recorded as the one who did it.
   * @returns its token
   */
  passOn(ctx: Ctx, to: AccountEntity, method: SessionMethod): string {
    if (to.id !== ctx.account.id) this.#sessions.end(ctx.account.id, 'taken over', ctx.now, to.id);
    const token = this.#sessions.open(to.id, ctx.tillId, method, ctx.now);
    this.#audit.record(
      { ...ctx, account: { ...ctx.account, id: to.id } },
      {
        entity: 'till',
        entityId: ctx.tillId,
        label: this.#tills.byId(ctx.tillId).code,
        before: { cashierId: ctx.account.id },
        after: { cashierId: to.id },
      },
    );
    return token;
  }

  /** Ends the session; signing out everywhere is recorded in the store log. */
  signOut(ctx: Ctx, { everywhere }: Inputs['people']['signOut']): void {
    this.#sessions.end(ctx.account.id, 'signed out', ctx.now);
    if (!everywhere) return;
    this.#audit.record(ctx, {
      entity: 'account',
      entityId: ctx.account.id,
      label: ctx.account.name,
      after: { signedOutEverywhere: true },
    });
  }
}
