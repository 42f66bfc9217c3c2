import { Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Grant } from '#shared/permissions';
import type { PermissionCell } from '../permissions/permission-areas';
import { PermissionGrid } from '../permissions/permission-grid';

/** What each role may do: managers can read it, admins can change it for cashiers and storekeepers. */
export function PermissionsPage() {
  const { t } = useTranslation('people-accounts');
  const may = useMay();
  const queries = useQueryClient();
  const options = orpc.people.permissions.queryOptions();
  const { data: cells, error } = useQuery(options);
  const changing = useMutation({
    mutationFn: ({ cell, grant }: { cell: PermissionCell; grant: Grant | null }) => {
      const { role, permission } = cell;
      if (role !== 'cashier' && role !== 'storekeeper') throw new Error(`Permissions of ${role} are fixed.`);
      return rpc.people.changePermission({ role, permission, grant });
    },
    onSettled: () => queries.invalidateQueries(options),
  });
  const changes = may('manageStore') === 'yes';
  const differing = cells?.filter(({ now, byDefault }) => now !== byDefault).length;
  return (
    <Page title={t('permissions.title')}>
      <div>
        <Text c="dimmed">{t(changes ? 'permissions.hint' : 'permissions.hintRead')}</Text>
        {differing !== undefined && <Text role="status">{t('permissions.count', { count: differing })}</Text>}
      </div>
      <RefusalNote error={error ?? changing.error} onDismiss={changing.reset} />
      {cells ? (
        <PermissionGrid
          cells={cells}
          onChange={changes ? (cell, grant) => changing.mutate({ cell, grant }) : undefined}
        />
      ) : (
        <LateLoader />
      )}
    </Page>
  );
}
