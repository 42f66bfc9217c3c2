import type { NewSecretService, SessionViewService, TillSessionService } from '#main/features/people/index';
import { assertSound, type SettingsService } from '#main/features/settings/index';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { storeSettings } from '#shared/contract/settings';
import { DEFAULT_SCALE_LAYOUTS } from '#shared/kernel/scale-label';
import { assertNew, type StoreSetupService } from './store-setup.service';

interface Needs {
  database: Database;
  clock: Clock;
  settings: SettingsService;
  newSecrets: OnReader<NewSecretService>;
  sessionViews: OnReader<SessionViewService>;
  tillSessions: InUnit<TillSessionService>;
  storeSetup: InUnit<StoreSetupService>;
}

/** The first run: creates the store, once. */
export class FirstRunService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Creates the store with its first admin and signs them in, in one unit of work.
   * @throws STORE_EXISTS; PASSWORD_TOO_EASY, PIN_TOO_SHORT, PIN_TOO_EASY; INPUT_INVALID for settings that this machine does not support.
   */
  async createStore(
    reader: Reader,
    input: ParsedInputs['stores']['createStore'],
  ): Promise<Outputs['stores']['createStore']> {
    const { clock, database, newSecrets, sessionViews, settings, storeSetup, tillSessions } = this.#needs;
    assertNew(settings);
    const { admin, ...given } = input;
    assertSound(given);
    const { password, pin, ...person } = admin;
    const secrets = await newSecrets
      .on(reader)
      .hashSecrets({ username: person.username, password, pin, role: 'admin' }, given.name);
    const now = clock();
    const store = {
      settings: storeSettings.parse({ ...given, scaleLayouts: DEFAULT_SCALE_LAYOUTS }),
      admin: { ...person, role: 'admin', department: '' } as const,
      secrets,
    };
    const { token, recoveryCode } = await database.writes.run(async (tx) => {
      const { ctx, recoveryCode } = await storeSetup.in(tx).start(store, 'stores.createStore', now);
      return { recoveryCode, token: tillSessions.in(tx).openHere(ctx.account.id, 'setup', now) };
    });
    return { recoveryCode, ...sessionViews.on(reader).welcome(token, now) };
  }
}
