import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/contract/common';
import { isEasilyGuessed, pinDigitsNeeded } from '#shared/kernel/pin';
import { approvablePermissions, rolesThatMay } from '#shared/permissions';

const SHORTEST_PASSWORD = 10;

/** The rules of an account's fields as forms check them, before the store does. */
interface AccountRules {
  username: (text: string) => string | null;
  email: (text: string) => string | null;
  firstName: (text: string) => string | null;
  password: (text: string) => string | null;
  repeated: (text: string, password: string) => string | null;
  /** @param canApprove whether the person can approve for others, which needs a longer PIN */
  pin: (text: string, canApprove: boolean) => string | null;
  login: (text: string) => string | null;
  /** A password that is entered to prove who somebody is, whatever its length. */
  currentPassword: (text: string) => string | null;
  recoveryCode: (text: string) => string | null;
}

/**
 * Whether people of a role can approve for others in most stores, so that a form asks them for a longer PIN. A store
 * may have changed that; it refuses what is too short itself.
 */
export function usuallyApproves(role: Role): boolean {
  return rolesThatMay(approvablePermissions).includes(role);
}

/** What a form says of an account's fields: null when they will do. */
export function useAccountRules(): AccountRules {
  const { t } = useTranslation('people-access');
  return {
    username: (text) => (/^[^\s@]{2,40}$/u.test(text.trim()) ? null : t('errors.username')),
    email: (text) =>
      text.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? null : t('errors.email'),
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
