import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './action-bar.module.css';

/** The bar of what can be done at this moment, at the foot of the till. */
export function ActionBar({ children }: { children: ReactNode }) {
  const { t } = useTranslation('sales');
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={t('till.actions.label')}
      // The box keeps the focus, so that one goes on typing and scanning.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
