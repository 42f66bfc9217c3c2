import { refuse } from '#shared/contract/refusals';
import { isEasyPassword } from '#shared/kernel/password';

/**
 * Refuses a new password that is easily guessed.
 * @param names the person's username and the name of the shop
 * @throws PASSWORD_TOO_EASY
 */
export function assertHardToGuess(password: string, names: readonly string[]): void {
  if (isEasyPassword(password, names)) throw refuse('PASSWORD_TOO_EASY', {});
}
