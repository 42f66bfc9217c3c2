import type { SettingsService } from '#main/features/settings/index';
import { TillQueries } from '#main/features/tills/index';
import type { LiveSession } from '#main/platform/rpc/procedures';
import type { Reader } from '#main/platform/work/connections';
import { permission } from '#shared/contract/common';
import type { Outputs } from '#shared/contract/index';
import type { SignedIn } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import { AccountReads } from './account.queries';
import { canApprove, viewOf } from './account-view';
import type { GrantService } from './grant.service';
import type { LiveSessionService } from './live-session.service';
import type { ProofService } from './proof.service';
import type { SessionUseService } from './session-use.service';

interface Parts {
  settings: SettingsService;
  grants: GrantService;
  sessions: LiveSessionService;
  sessionUses: SessionUseService;
  proofs: ProofService;
}

/** Sessions as windows see them. */
export class SessionViewService {
  readonly #parts: Parts;
  readonly #accounts: AccountReads;
  readonly #tills: TillQueries;

  constructor(reader: Reader, parts: Parts) {
    this.#parts = parts;
    this.#accounts = new AccountReads(reader);
    this.#tills = new TillQueries(reader);
  }

  /** The people who can sign in by PIN at this machine's till: they used their password here recently. */
  tiles(now: number): Outputs['people']['tiles'] {
    return this.#parts.proofs.withPinAt(this.#tills.first().id, now);
  }

  /** What a window receives for a new session, once it is committed. */
  welcome(token: string, now: number): Outputs['people']['signIn'] {
    return { token, signedIn: this.signedIn(this.#parts.sessions.authenticate(token, now), now) };
  }

  /** The signed-in person, their till and their permissions. */
  signedIn(session: LiveSession, now: number): SignedIn {
    const { settings, grants, sessions, sessionUses, proofs } = this.#parts;
    const account = this.#accounts.byId(session.account.id);
    if (!account) throw refuse('NOT_SIGNED_IN', {});
    return {
      account: viewOf(account),
      till: this.#tills.byId(session.tillId),
      permissions: permission.options.filter((one) => session.permissions.has(one)),
      withApproval: permission.options.filter((one) => session.withApproval.has(one)),
      pinWorksHere: proofs.pinWorks(account, session.tillId, now),
      canApprove: canApprove(grants.grantsOf(account.role)),
      locked: sessionUses.isLocked(session.sessionId, now),
      lockAfterMinutes: settings.current.lockAfterMinutes,
      expiresAt: sessions.expiryOf(session.sessionId),
    };
  }
}
