import { useMediaQuery } from '@mantine/hooks';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '#renderer/lib/paged';
import { useSession } from '#renderer/lib/session';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { ListCount } from '#renderer/ui/list-count';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useUnsaved } from '#renderer/ui/use-unsaved';
import type { Account } from '#shared/contract/people';
import { accountColumns } from '../accounts/account-columns';
import { AccountFilters } from '../accounts/account-filters';
import { AccountPanel } from '../accounts/account-panel';
import { type AccountFilter, EVERYBODY, listAccountsOptions } from '../accounts/account-queries';
import { useManagement } from '../accounts/managed-roles';
import { NewAccountDialog } from '../accounts/new-account-dialog';

/** The accounts of the store, with search and filters; a row opens beside the list. */
export function PeoplePage() {
  const { t } = useTranslation(['people-accounts', 'common']);
  const { account: own } = useSession();
  const { roles, changesRoles } = useManagement();
  const [filter, setFilter] = useState<AccountFilter>(EVERYBODY);
  const [opened, setOpened] = useState<Account | null>(null);
  const [dirty, setDirty] = useState(false);
  const [making, setMaking] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const mayLeave = useUnsaved(dirty);
  const list = useInfiniteQuery(listAccountsOptions(useDeferredValue(filter)));
  const rows = useRows(list);
  const small = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const alone = wide ? 'plenty' : 'some';
  const room = small || opened !== null ? 'little' : alone;
  const columns = useMemo(() => accountColumns({ t, ownId: own.id, room }), [t, own.id, room]);
  // An open account stays open when the list no longer contains it, with its last known data.
  const shown = rows.find(({ id }) => id === opened?.id) ?? opened;

  const open = async (account: Account | null): Promise<void> => {
    if (account?.id === opened?.id || !(await mayLeave())) return;
    setOpened(account);
    if (account === null) box.current?.focus();
  };
  const closeAfter = (): void => {
    setOpened(null);
    box.current?.focus();
  };
  return (
    <Page
      title={t('people-accounts:title')}
      actions={
        <KeyButton
          keys="F4"
          label={t('people-accounts:add')}
          icon={<IconUserPlus size={20} />}
          run={() => setMaking(true)}
        />
      }
      aside={
        shown && (
          <AccountPanel
            account={shown}
            onDirty={setDirty}
            onClose={() => void open(null)}
            onDeleted={closeAfter}
          />
        )
      }
    >
      <AccountFilters
        filter={filter}
        onChange={setFilter}
        roles={changesRoles ? roles : [own.role, ...roles]}
        seesDeleted={changesRoles}
        box={box}
        onEnter={() => rows[0] && void open(rows[0])}
      />
      <RefusalNote error={list.error} />
      <ListCount
        page={list.data?.pages[0]}
        say={(count) => t('people-accounts:total', { count })}
        sayMore={(total) => t('people-accounts:totalMore', { total })}
      />
      <PagedTable
        list={list}
        label={t('people-accounts:list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={opened?.id ?? null}
        onOpen={(account) => void open(account)}
        emptyState={<NobodyHere filter={filter} />}
      />
      {making && (
        <NewAccountDialog
          roles={roles}
          onClose={() => setMaking(false)}
          onMade={(account) => {
            setMaking(false);
            void open(account);
          }}
        />
      )}
    </Page>
  );
}

function NobodyHere({ filter }: { filter: AccountFilter }) {
  const { t } = useTranslation('people-accounts');
  const why = whyEmpty(filter);
  return (
    <EmptyState icon={<IconUsers size={36} />} title={t(`empty.${why}Title`)} hint={t(`empty.${why}Hint`)} />
  );
}

function whyEmpty({ search, role, deleted }: AccountFilter): 'noMatch' | 'noDeleted' {
  return deleted && search === '' && role === undefined ? 'noDeleted' : 'noMatch';
}
