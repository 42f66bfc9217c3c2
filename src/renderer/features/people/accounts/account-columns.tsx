import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { Account } from '#shared/contract/people';
import { AccountState } from './account-state';

interface Ways {
  t: TFunction<readonly ['people-accounts', 'common']>;
  ownId: number;
  /** `little` while an account is open beside the list, so that only the identifying columns fit. */
  room: 'little' | 'some' | 'plenty';
}

/** The columns of the list of accounts. */
export function accountColumns({ t, ownId, room }: Ways): DataColumn<Account>[] {
  const name: DataColumn<Account> = {
    id: 'name',
    header: t('people-accounts:columns.name'),
    width: 'minmax(9rem, 1.6fr)',
    cell: ({ id, firstName, lastName }) => (
      <Text inherit truncate fw={550}>
        {`${firstName} ${lastName}`.trim()}
        {id === ownId && (
          <Text span inherit c="dimmed" fw={400}>
            {' '}
            ({t('people-accounts:you')})
          </Text>
        )}
      </Text>
    ),
  };
  const always: DataColumn<Account>[] = [
    {
      id: 'role',
      header: t('people-accounts:columns.role'),
      wraps: true,
      width: 'minmax(7.5rem, 0.8fr)',
      spare: 0,
      cell: ({ role }) => t(`common:roles.${role}`),
    },
    {
      id: 'state',
      header: t('people-accounts:columns.state'),
      wraps: true,
      width: 'minmax(9rem, 0.8fr)',
      spare: 1,
      cell: (account) => <AccountState account={account} />,
    },
  ];
  const wide: DataColumn<Account>[] = [
    {
      id: 'username',
      header: t('people-accounts:columns.username'),
      width: 'minmax(7.5rem, 1fr)',
      cell: ({ username }) => username,
    },
    {
      id: 'department',
      header: t('people-accounts:columns.department'),
      width: 'minmax(7.5rem, 1fr)',
      cell: ({ department }) => department,
    },
  ];
  const email: DataColumn<Account> = {
    id: 'email',
    header: t('people-accounts:columns.email'),
    width: 'minmax(7rem, 1.4fr)',
    cell: ({ email }) => email,
  };
  if (room === 'little') return [name, ...always];
  return room === 'some' ? [name, ...wide, ...always] : [name, ...wide, email, ...always];
}
