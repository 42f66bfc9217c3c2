import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './audit.module.css';
import type { Difference } from './differences';

/** The fields before and after a change. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTranslation('audit');
  return (
    <dl className={classes.differences}>
      {differences.map(({ field, name, before, after }) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd>
            {before !== null && (
              <span className={after === null ? undefined : classes.before}>
                <span className={classes.unseen}>{t('panel.before')}: </span>
                {before}
              </span>
            )}
            {before !== null && after !== null && <IconArrowRight size={16} aria-hidden />}
            {after !== null && (
              <span className={before === null ? undefined : classes.after}>
                <span className={classes.unseen}>{t('panel.after')}: </span>
                {after}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
