import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { wrongRates } from './money-choices';

/** Returns a function that names the typed tax rates that are wrong, in a sentence; null if all are right. */
export function useWrongRates(): (typed: readonly string[]) => string | null {
  const { t } = useTranslation();
  return (typed) => {
    const wrong = wrongRates(typed).map((rate) => `“${rate}”`);
    if (wrong.length === 0) return null;
    return t('wrongRates', {
      count: wrong.length,
      wrong: new Intl.ListFormat(i18next.language).format(wrong),
    });
  };
}
