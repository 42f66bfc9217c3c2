import type { SecretBox } from '#main/platform/files/secret-box';
import type { Connection } from '#main/platform/work/connections';
import { type SecretState, secretName } from '#shared/contract/notices';
import { refuse } from '#shared/contract/refusals';
import { secretReads } from './secret.queries';
import type { AnySecret } from './secret-names';

/** What seals on this machine, the best first. */
export type SecretBoxes = readonly [SecretBox, ...SecretBox[]];

/** The secrets that are kept sealed: used in this process, never read by a window, a log or a thief of the file. */
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
   * A secret for use in this process; undefined where none is set.
   * @throws SECRET_UNREADABLE when it was sealed by a key or keychain that is gone: it has to be set again.
   */
  open(name: AnySecret): string | undefined {
    const row = this.#reads.find.get(name);
    if (!row) return undefined;
    const box = this.#boxes.find(({ keptBy }) => keptBy === row.keptBy);
    try {
      if (box) return box.open(name, row.sealed);
    } catch {
      // Whatever the reason, what was sealed is lost here.
    }
    throw refuse('SECRET_UNREADABLE', { name });
  }
}
