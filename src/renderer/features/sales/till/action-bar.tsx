import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './action-bar.module.css';

/** The bar of available actions at the bottom of the till. */
export function ActionBar({ children }: { children: ReactNode }) {
  const { t } = useTranslation('sales');
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={t('till.actions.label')}
      // The search box keeps the focus, so that typing and scanning continue.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
