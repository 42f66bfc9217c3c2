import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './late-loader.module.css';

/** Shows a loader after 300 ms. */
export function LateLoader() {
  const { t } = useTranslation();
  return (
    <div className={classes.late} role="status" aria-label={t('loading')}>
      <Loader size="sm" />
    </div>
  );
}
