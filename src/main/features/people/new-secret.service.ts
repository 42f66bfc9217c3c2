import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Role } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import { isEasilyGuessed, pinDigitsNeeded } from '#shared/kernel/pin';
import { HOUR_MS } from '#shared/kernel/time';
import { canApprove } from './account-view';
import type { GrantService } from './grant.service';
import { assertHardToGuess } from './password-rules';
import type { SecretHasher } from './secret-hasher';
import type { TryLimitService } from './try-limit.service';

/** A password and a PIN as they are stored. */
export interface HashedSecrets {
  passwordHash: string;
  pinHash: string | null;
  /** The number of digits of the PIN; 0 without a PIN. */
  pinDigits: number;
}

/** The chosen secrets of a new account. */
interface ChosenSecrets {
  username: string;
  password: string;
  pin: string | null;
  role: Role;
}

interface Parts {
  settings: SettingsService;
  hasher: SecretHasher;
  grants: GrantService;
  tryLimit: TryLimitService;
}

/** More than a manager sets for a whole new team. */
const PINS_AN_HOUR = 60;

/** The rules for new passwords and PINs, and their hashes. */
export class NewSecretService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Hashes the secrets of a new account. It takes a moment, so call it before the unit of work.
   * @param shopName only while there is no store yet
   * @throws PASSWORD_TOO_EASY, PIN_TOO_SHORT, PIN_TOO_EASY.
   */
  async hashSecrets(chosen: ChosenSecrets, shopName?: string): Promise<HashedSecrets> {
    const [passwordHash, pin] = await Promise.all([
      this.hashPassword(chosen.password, chosen.username, shopName),
      this.hashPin(chosen.pin, chosen.role),
    ]);
    return { passwordHash, ...pin };
  }

  /** Hashes a new password of the person with a username. @throws PASSWORD_TOO_EASY. */
  async hashPassword(
    password: string,
    username: string,
    shopName = this.#parts.settings.current.name,
  ): Promise<string> {
    assertHardToGuess(password, [username, shopName]);
    return this.#parts.hasher.hashPassword(password);
  }

  /** Hashes a PIN (or no PIN) for a person of a role. @throws PIN_TOO_SHORT, PIN_TOO_EASY. */
  async hashPin(pin: string | null, role: Role): Promise<Omit<HashedSecrets, 'passwordHash'>> {
    if (pin === null) return { pinHash: null, pinDigits: 0 };
    const { hasher, grants } = this.#parts;
    const digits = pinDigitsNeeded(canApprove(grants.grantsOf(role)));
    if (pin.length < digits) throw refuse('PIN_TOO_SHORT', { digits });
    if (isEasilyGuessed(pin)) throw refuse('PIN_TOO_EASY', {});
    return { pinHash: await hasher.hashPin(pin), pinDigits: pin.length };
  }

  /** Counts the choice of a PIN, so that no one chooses hundreds of them. @throws TOO_MANY_TRIES. */
  async countPinChoice(ctx: Ctx): Promise<void> {
    const subject = `PINs chosen by ${ctx.account.id}`;
    await this.#parts.tryLimit.use({ subject, now: ctx.now, atMost: PINS_AN_HOUR, withinMs: HOUR_MS });
  }
}
