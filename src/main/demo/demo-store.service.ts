import { randomInt } from 'node:crypto';
import type { NewSecretService } from '#main/features/people/index';
import { assertSound, type SettingsService } from '#main/features/settings/index';
import { assertNew } from '#main/features/stores/index';
import { checkAgreement } from '#main/health/agreement';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader, Reader, Tx } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { isEasilyGuessed } from '#shared/kernel/pin';
import { addDays, dayOf, HOUR_MS, startOfDay } from '#shared/kernel/time';
import type { DemoFillService, Newcomer } from './demo-fill.service';
import { DEMO_STORE, type DemoPerson } from './demo-goods';

type SignIn = Outputs['stores']['createDemoStore']['signIns'][number];

interface Needs {
  database: Database;
  clock: Clock;
  settings: SettingsService;
  newSecrets: OnReader<NewSecretService>;
  demoFill: InUnit<DemoFillService>;
}

const WEEKS = 6;
/** Letters and digits that are not mistaken for each other. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Creates the demo store, with people, goods and some weeks of trade. */
export class DemoStoreService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Creates all of the demo store or none of it. Passwords and PINs are generated each time.
   * @throws STORE_EXISTS; INPUT_INVALID for a locale or time zone this machine does not know.
   */
  async create(
    reader: Reader,
    place: ParsedInputs['stores']['createDemoStore'],
  ): Promise<Outputs['stores']['createDemoStore']> {
    const { clock, database, demoFill, newSecrets, settings } = this.#needs;
    assertNew(settings);
    assertSound(place);
    const signIns = makeSignIns(DEMO_STORE.people);
    const newcomers = await hashed(newSecrets.on(reader), signIns);
    const end = clock();
    const { timeZone } = place;
    const start = startOfDay(addDays(dayOf(end, timeZone), -7 * WEEKS), timeZone) + 5 * HOUR_MS;
    const recoveryCode = await database.writes.run(async (tx) => {
      const code = await demoFill.in(tx).fill({ place, newcomers, start, end });
      // Registered last, to run after the other hooks at the end of the unit, which raise alerts.
      database.writes.beforeCommit(assertAgrees);
      return code;
    });
    return { recoveryCode, signIns };
  }
}

/** @throws Error if the demo's figures do not agree with each other; people learn from the demo that they do. */
function assertAgrees(tx: Tx): void {
  const [disagreement] = checkAgreement(tx);
  if (disagreement) throw new Error(`The demo store disagrees with itself: ${disagreement.what}`);
}

function hashed(newSecrets: NewSecretService, signIns: readonly SignIn[]): Promise<Newcomer[]> {
  return Promise.all(
    DEMO_STORE.people.map(async (person, index) => {
      const { password = '', pin = null } = signIns[index] ?? {};
      return {
        ...person,
        secrets: await newSecrets.hashSecrets(
          { username: person.username, password, pin, role: person.role },
          DEMO_STORE.name,
        ),
      };
    }),
  );
}

/** Generates a distinct PIN and a password for each person. */
function makeSignIns(people: readonly DemoPerson[]): SignIn[] {
  const pins = new Set<string>();
  return people.map(({ username, role }) => {
    const pin = makePin(pins);
    pins.add(pin);
    return { username, role, password: [sign(4), sign(4), sign(4)].join('-'), pin };
  });
}

/** Generates six digits that are not easily guessed and are unique in the demo, which shows all PINs side by side. */
function makePin(taken: ReadonlySet<string>): string {
  for (;;) {
    const pin = String(randomInt(100_000, 1_000_000));
    if (!(isEasilyGuessed(pin) || taken.has(pin))) return pin;
  }
}

function sign(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
