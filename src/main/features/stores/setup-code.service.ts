import type { TryLimitService } from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import { hashOfPrintedCode, makePrintedCode } from '#main/platform/printing/printed-code';
import { refuse } from '#shared/contract/refusals';

/** Twelve characters out of 31 give 59 bits: nobody can guess that between a start and the first run. */
const LENGTH = 12;

interface Needs {
  settings: SettingsService;
  tryLimit: TryLimitService;
}

/**
 * The code that proves, in a browser, that a person started this program: only they can create the store. It exists
 * only in memory and only until there is a store.
 */
export class SetupCodeService {
  readonly #needs: Needs;
  #code: string | null = makePrintedCode(LENGTH);

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** The code to show at the start, in groups of four; null once the store has an owner. */
  get current(): string | null {
    if (this.#needs.settings.ready) this.#code = null;
    return this.#code;
  }

  /**
   * Checks the code of a call that creates the store. The right code is accepted even during a wait, so that wrong
   * codes entered by others never lock the owner out.
   * @throws SETUP_CODE_WRONG, TOO_MANY_TRIES; nothing once there is a store, since the call itself then refuses.
   */
  async check(given: string | null, call: string, now: number): Promise<void> {
    const { current } = this;
    if (current === null) return;
    const tried = { subject: 'setup code', call, now, isOpen: true, rightAlwaysPasses: true };
    await this.#needs.tryLimit.attempt(tried, async () => {
      if (given === null || hashOfPrintedCode(given) !== hashOfPrintedCode(current)) {
        throw refuse('SETUP_CODE_WRONG', {});
      }
    });
  }
}
