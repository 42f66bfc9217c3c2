import { useTranslation } from 'react-i18next';

const SHORTEST_PASSWORD = 10;

/** The rules of an account's fields as forms check them, before the store does. */
export interface AccountRules {
  username: (text: string) => string | null;
  email: (text: string) => string | null;
  firstName: (text: string) => string | null;
  password: (text: string) => string | null;
  repeated: (text: string, password: string) => string | null;
  pin: (text: string) => string | null;
  required: (text: string) => string | null;
}

/** What a form says of an account's fields: null when they will do. */
export function useAccountRules(): AccountRules {
  const { t } = useTranslation('access');
  return {
    username: (text) => (/^[^\s@]{2,40}$/u.test(text.trim()) ? null : t('errors.username')),
    email: (text) =>
      text.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? null : t('errors.email'),
    firstName: (text) => (text.trim() === '' ? t('errors.firstName') : null),
    password: (text) => (text.length < SHORTEST_PASSWORD ? t('errors.passwordShort') : null),
    repeated: (text, password) => (text === password ? null : t('errors.passwordsDiffer')),
    pin: (text) => (/^\d{4,8}$/.test(text) ? null : t('errors.pin')),
    required: (text) => (text.trim() === '' ? t('errors.required') : null),
  };
}
