import type { SecretBox } from '#main/platform/files/secret-box';
import type { Connection } from '#main/platform/work/connections';
import { type SecretState, secretName } from '#shared/contract/notices';
import { refuse } from '#shared/contract/refusals';
import { secretReads } from './secret.queries';
import type { AnySecret } from './secret-names';

/** The available methods to seal secrets on this machine, best first. */
export type SecretBoxes = readonly [SecretBox, ...SecretBox[]];

/** The sealed secrets: used in this process only, never readable in a window, a log or a stolen file. */
export class SealedSecrets {
  readonly #boxes: SecretBoxes;
  readonly #reads;

  constructor(connection: Connection, boxes: SecretBoxes) {
    this.#boxes = boxes;
    this.#reads = secretReads(connection);
  }

  /** Which of the store's secrets are set. */
  states(): SecretState[] {
    const [first] = this.#boxes;
    return secretName.options.map((name) => {
      const row = this.#reads.find.get(name);
      return {
        name,
        setAt: row?.setAt ?? null,
        by: row ? { id: row.byId, name: row.byName } : null,
        keptBy: row?.keptBy ?? first.keptBy,
      };
    });
  }

  has(name: AnySecret): boolean {
    return this.#reads.find.get(name) !== undefined;
  }

  /**
   * A secret for use in this process; undefined if none is set.
   * @throws SECRET_UNREADABLE when the key or keychain that sealed it is gone: the secret must be set again.
   */
  open(name: AnySecret): string | undefined {
    const row = this.#reads.find.get(name);
    if (!row) return undefined;
    const box = this.#boxes.find(({ keptBy }) => keptBy === row.keptBy);
    try {
      if (box) return box.open(name, row.sealed);
    } catch {
      // Whatever the reason, the sealed secret cannot be recovered here.
    }
    throw refuse('SECRET_UNREADABLE', { name });
  }
}
