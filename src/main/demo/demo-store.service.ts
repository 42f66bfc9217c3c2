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
import { addDays, dayOf, startOfDay } from '#shared/kernel/time';
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
const HOUR_MS = 3_600_000;
/** Letters and digits that nobody mistakes for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Makes the demo store: its people, its goods and some weeks of trade, to look around in. */
export class DemoStoreService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * All of the demo store, or none of it. Passwords and PINs are made up each time.
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
      // After what follows from all of it at the unit's end: alerts are raised there.
      database.writes.beforeCommit(assertAgrees);
      return code;
    });
    return { recoveryCode, signIns };
  }
}

/** @throws Error where the figures of the demo do not agree with each other: people learn from it how they should. */
function assertAgrees(tx: Tx): void {
  const [disagreement] = checkAgreement(tx);
  if (disagreement) throw new Error(`The demo store disagrees with itself: ${disagreement.what}`);
}

function hashed(newSecrets: NewSecretService, signIns: readonly SignIn[]): Promise<Newcomer[]> {
  return Promise.all(
    DEMO_STORE.people.map(async (person, index) => {
      const { password = '', pin = null } = signIns[index] ?? {};
      return { ...person, secrets: await newSecrets.hashSecrets({ password, pin, role: person.role }) };
    }),
  );
}

/** A password and a PIN of its own for each person. */
function makeSignIns(people: readonly DemoPerson[]): SignIn[] {
  const pins = new Set<string>();
  return people.map(({ username, role }) => {
    const pin = makePin(pins);
    pins.add(pin);
    return { username, role, password: [sign(4), sign(4), sign(4)].join('-'), pin };
  });
}

/** Six digits that are not easily guessed, and that nobody else in the demo has: they are shown side by side. */
function makePin(taken: ReadonlySet<string>): string {
  for (;;) {
    const pin = String(randomInt(100_000, 1_000_000));
    if (!(isEasilyGuessed(pin) || taken.has(pin))) return pin;
  }
}

function sign(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
