import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { Account } from '#shared/contract/people';
import { AccountState } from './account-state';

interface Ways {
  t: TFunction<readonly ['accounts', 'common']>;
  ownId: number;
  /** True while an account is open beside the list, and only what tells people apart has room. */
  narrow: boolean;
}

/** The columns of the list of accounts. */
export function accountColumns({ t, ownId, narrow }: Ways): DataColumn<Account>[] {
  const name: DataColumn<Account> = {
    id: 'name',
    header: t('accounts:columns.name'),
    width: 'minmax(9rem, 1.6fr)',
    cell: ({ id, firstName, lastName }) => (
      <Text inherit truncate fw={550}>
        {`${firstName} ${lastName}`.trim()}
        {id === ownId && (
          <Text span inherit c="dimmed" fw={400}>
            {' '}
            ({t('accounts:you')})
          </Text>
        )}
      </Text>
    ),
  };
  const always: DataColumn<Account>[] = [
    {
      id: 'role',
      header: t('accounts:columns.role'),
      wraps: true,
      width: 'minmax(6.5rem, 0.8fr)',
      cell: ({ role }) => t(`common:roles.${role}`),
    },
    {
      id: 'state',
      header: t('accounts:columns.state'),
      wraps: true,
      width: 'minmax(9rem, 0.8fr)',
      cell: (account) => <AccountState account={account} />,
    },
  ];
  const wide: DataColumn<Account>[] = [
    {
      id: 'username',
      header: t('accounts:columns.username'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ username }) => username,
    },
    {
      id: 'department',
      header: t('accounts:columns.department'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ department }) => department,
    },
    {
      id: 'email',
      header: t('accounts:columns.email'),
      width: 'minmax(7rem, 1.4fr)',
      cell: ({ email }) => email,
    },
  ];
  return narrow ? [name, ...always] : [name, ...wide, ...always];
}
