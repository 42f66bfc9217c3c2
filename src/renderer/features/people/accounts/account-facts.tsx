import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/people';
import classes from './account-facts.module.css';

/** The details of an account, read-only. */
export function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation(['people-accounts', 'common']);
  const facts: [label: string, value: string][] = [
    [t('people-accounts:columns.username'), account.username],
    [t('people-accounts:columns.role'), t(`common:roles.${account.role}`)],
    [t('people-accounts:columns.department'), account.department || '–'],
    [t('people-accounts:columns.email'), account.email || '–'],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
