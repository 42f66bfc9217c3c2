import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { SecretState } from '#shared/contract/notices';
import { SealedSecrets, type SecretBoxes } from './sealed-secrets';
import { secretWrites } from './secret.queries';
import type { AnySecret } from './secret-names';

interface Parts {
  secretBoxes: SecretBoxes;
  audit: StoreLog;
}

/** Seals secrets and removes them; the store log records that one was set, but not its value. */
export class SecretService {
  readonly #parts: Parts;
  readonly #sealed: SealedSecrets;
  readonly #writes;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#sealed = new SealedSecrets(tx, parts.secretBoxes);
    this.#writes = secretWrites(tx);
  }

  /** Which of the store's secrets are set. */
  states(): SecretState[] {
    return this.#sealed.states();
  }

  has(name: AnySecret): boolean {
    return this.#sealed.has(name);
  }

  set(ctx: Ctx, name: AnySecret, value: string): void {
    const [box] = this.#parts.secretBoxes;
    const before = this.has(name);
    this.#writes.set.run(name, box.seal(name, value), box.keptBy, ctx.now, ctx.account.id);
    this.#record(ctx, name, before, true);
  }

  remove(ctx: Ctx, name: AnySecret): void {
    if (!this.has(name)) return;
    this.#writes.remove.run(name);
    this.#record(ctx, name, true, false);
  }

  #record(ctx: Ctx, name: AnySecret, before: boolean, after: boolean): void {
    this.#parts.audit.record(ctx, {
      entity: 'secret',
      entityId: null,
      label: name,
      before: { isSet: before },
      after: { isSet: after },
    });
  }
}
