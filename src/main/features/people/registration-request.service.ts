import type { SettingsService } from '#main/features/settings/index';
import type { Database } from '#main/platform/database/database';
import type { InUnit } from '#main/platform/work/connections';
import type { Inputs } from '#shared/contract/index';
import { assertHardToGuess } from './password-rules';
import type { RegistrationService } from './registration.service';
import type { SecretHasher } from './secret-hasher';
import type { TryLimitService } from './try-limit.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  hasher: SecretHasher;
  tryLimit: TryLimitService;
  registrations: InUnit<RegistrationService>;
}

/** Accepts requests for an account from people who have none. */
export class RegistrationRequestService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Requests an account. Each request counts as an attempt, since it costs a hash and reveals which names are taken.
   * @throws USERNAME_TAKEN, EMAIL_TAKEN, also by another open request; PERSON_NAME_TAKEN; PASSWORD_TOO_EASY; TOO_MANY_TRIES.
   */
  async register(input: Inputs['people']['register'], now: number): Promise<void> {
    const { database, hasher, registrations, settings, tryLimit } = this.#needs;
    const { name: shopName, signInTries: atMost, signInWaitSeconds } = settings.current;
    assertHardToGuess(input.password, [input.username, shopName]);
    await tryLimit.use({ subject: 'registration', now, atMost, withinMs: signInWaitSeconds * 1000 });
    const { password, ...asked } = input;
    const passwordHash = await hasher.hashPassword(password);
    await database.writes.run((tx) => registrations.in(tx).add(asked, passwordHash, now));
  }
}
