import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { SecretBox } from '#main/platform/files/secret-box';
import { type SecretName, type SecretState, secretName } from '#shared/contract/notices';
import { refuse } from '#shared/contract/refusals';
import { secretQueries } from './secret.queries';

/** A secret of the store, or somebody's own Slack address. */
type AnySecret = SecretName | `slack webhook of ${number}`;

interface Needs {
  database: Database;
  /** What seals on this machine, the best first. */
  secretBoxes: readonly [SecretBox, ...SecretBox[]];
  audit: AuditService;
  changes: ChangeFeed;
}

/** Keeps secrets sealed: they can be set anew and used, never read by a window, a log or a thief of the file. */
export class SecretService {
  readonly #needs: Needs;
  readonly #secrets;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#secrets = secretQueries(needs.database.handle);
  }

  /** Which of the store's secrets are set. */
  states(): SecretState[] {
    const [first] = this.#needs.secretBoxes;
    return secretName.options.map((name) => {
      const row = this.#secrets.find.get(name);
      return {
        name,
        setAt: row?.setAt ?? null,
        by: row ? { id: row.byId, name: row.byName } : null,
        keptBy: row?.keptBy ?? first.keptBy,
      };
    });
  }

  has(name: AnySecret): boolean {
    return this.#secrets.find.get(name) !== undefined;
  }

  /** Seals a secret, in the running unit of work; the audit trail says that it was set, not to what. */
  set(ctx: Ctx, name: AnySecret, value: string): void {
    const [box] = this.#needs.secretBoxes;
    const before = this.has(name);
    this.#secrets.set.run(name, box.seal(name, value), box.keptBy, ctx.now, ctx.account.id);
    this.#record(ctx, name, before, true);
  }

  remove(ctx: Ctx, name: AnySecret): void {
    if (!this.has(name)) return;
    this.#secrets.remove.run(name);
    this.#record(ctx, name, true, false);
  }

  /**
   * A secret for use in this process; undefined where none is set.
   * @throws SECRET_UNREADABLE when it was sealed by a key or keychain that is gone: it has to be set anew.
   */
  open(name: AnySecret): string | undefined {
    const row = this.#secrets.find.get(name);
    if (!row) return undefined;
    const box = this.#needs.secretBoxes.find(({ keptBy }) => keptBy === row.keptBy);
    try {
      if (box) return box.open(name, row.sealed);
    } catch {
      // Whatever the reason, what was sealed is lost here.
    }
    throw refuse('SECRET_UNREADABLE', { name });
  }

  #record(ctx: Ctx, name: AnySecret, before: boolean, after: boolean): void {
    this.#needs.audit.record(ctx, {
      entity: 'secret',
      entityId: null,
      label: name,
      before: { isSet: before },
      after: { isSet: after },
    });
    this.#needs.changes.publish('notices');
  }
}
