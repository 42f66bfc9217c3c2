import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeLabel } from '#renderer/lib/code-names';
import { countries, localeOf } from '#renderer/lib/countries';
import { timeZoneChoices } from '#renderer/lib/time-zones';
import { SearchSelect } from '#renderer/ui/search-select';
import { formatsOf } from '#shared/kernel/formats';
import classes from '../settings.module.css';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';

const SAMPLE_MINOR = 123_456;

/** The locale for numbers and dates, and the time zone of the store's days. */
export function LanguageAndTime() {
  const { t } = useTranslation('settings');
  const { values, set } = useSettingsDesk().draft;
  const { locale, timeZone } = values;
  const locales = useLocales(locale);
  const zones = useMemo(() => timeZoneChoices(timeZone), [timeZone]);
  const format = formatsOf(values);
  return (
    <SettingsSection section="place">
      <div className={classes.pair}>
        <SearchSelect
          label={t('place.locale')}
          description={format.money(SAMPLE_MINOR)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={locales}
          value={locale}
          onChange={(code) => code !== null && set('locale', code)}
        />
        <SearchSelect
          label={t('place.timeZone')}
          description={format.dateTime(Date.now())}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={zones}
          value={timeZone}
          onChange={(zone) => zone !== null && set('timeZone', zone)}
        />
      </div>
    </SettingsSection>
  );
}

function useLocales(current: string) {
  return useMemo(() => {
    const codes = new Set([
      current,
      ...navigator.languages,
      ...countries.map((country) => localeOf(country, navigator.languages)),
    ]);
    return [...codes].map((code) => ({ value: code, label: localeLabel(code) }));
  }, [current]);
}
