import { useTranslation } from 'react-i18next';
import { maybeEmail, type Role } from '#shared/contract/common';
import { isEasilyGuessed, pinDigitsNeeded } from '#shared/kernel/pin';
import { approvablePermissions, rolesThatMay } from '#shared/permissions';

const SHORTEST_PASSWORD = 10;

/** The rules for an account's fields, which forms check before the store does. */
interface AccountRules {
  username: (text: string) => string | null;
  email: (text: string) => string | null;
  firstName: (text: string) => string | null;
  password: (text: string) => string | null;
  repeated: (text: string, password: string) => string | null;
  /** @param canApprove whether the person can approve for others, which needs a longer PIN */
  pin: (text: string, canApprove: boolean) => string | null;
  login: (text: string) => string | null;
  /** A password entered to prove a person's identity; its length is not checked. */
  currentPassword: (text: string) => string | null;
  recoveryCode: (text: string) => string | null;
}

/**
 * Whether a role can approve for others in most stores, so that a form asks for a longer PIN. A store may have
 * changed this; in that case the store itself refuses a PIN that is too short.
 */
export function usuallyApproves(role: Role): boolean {
  return rolesThatMay(approvablePermissions).includes(role);
}

/** Returns the checks for an account's fields; each returns an error text, or null for a valid value. */
export function useAccountRules(): AccountRules {
  const { t } = useTranslation('people-access');
  return {
    username: (text) => (/^[^\s@]{2,40}$/u.test(text.trim()) ? null : t('errors.username')),
    email: (text) => (maybeEmail.safeParse(text.trim()).success ? null : t('errors.email')),
    firstName: (text) => (text.trim() === '' ? t('errors.firstName') : null),
    password: (text) => (text.length < SHORTEST_PASSWORD ? t('errors.passwordShort') : null),
    repeated: (text, password) => (text === password ? null : t('errors.passwordsDiffer')),
    pin: (text, canApprove) => {
      if (!/^\d{4,8}$/.test(text) || text.length < pinDigitsNeeded(canApprove)) {
        return t(canApprove ? 'errors.pinApproving' : 'errors.pin');
      }
      return isEasilyGuessed(text) ? t('errors.pinEasy') : null;
    },
    login: (text) => (text.trim() === '' ? t('errors.login') : null),
    currentPassword: (text) => (text === '' ? t('errors.passwordMissing') : null),
    recoveryCode: (text) => (text.trim() === '' ? t('errors.recoveryCode') : null),
  };
}
