import { Badge, Group, Text } from '@mantine/core';
import { IconBuildingStore, IconMapPin, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { DataTable } from '#renderer/ui/data-table';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useBeside } from '#renderer/ui/use-beside';
import type { Location } from '#shared/contract/stock';
import { LocationPanel } from '../locations/location-panel';
import { NewLocationDialog } from '../locations/new-location-dialog';

/** The departments and storerooms that hold stock, including the selling location. */
export function LocationsPage() {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const mayManage = useMay()('manageLocations') === 'yes';
  const { data: locations = [], isPending, error } = useQuery(orpc.stock.listLocations.queryOptions());
  const beside = useBeside();
  const [making, setMaking] = useState(false);
  const columns = useMemo<DataColumn<Location>[]>(
    () => [
      {
        id: 'name',
        header: t('locations.name'),
        width: 'minmax(9rem, 2fr)',
        cell: ({ name, closedAt }) => (
          <Text span inherit c={closedAt === null ? undefined : 'dimmed'} title={name}>
            {name}
          </Text>
        ),
      },
      {
        id: 'kind',
        header: t('locations.kind'),
        wraps: true,
        width: 'minmax(6.5rem, 1fr)',
        spare: 1,
        cell: ({ kind }) => t(`locations.kindName.${kind}`),
      },
      {
        id: 'barcode',
        header: t('locations.barcode'),
        wraps: true,
        width: 'minmax(7rem, 1fr)',
        spare: 0,
        cell: ({ barcode }) => barcode ?? '–',
      },
      {
        id: 'products',
        header: t('locations.products'),
        align: 'end',
        width: '6rem',
        spare: 3,
        cell: ({ products }) => format.count(products),
      },
      {
        id: 'state',
        header: t('locations.state'),
        wraps: true,
        width: 'minmax(10rem, 1.6fr)',
        spare: 2,
        cell: ({ isSellingLocation, closedAt }) => (
          <Group gap="2px 8px">
            {closedAt === null
              ? t('locations.open')
              : t('locations.closedSince', { day: format.day(closedAt) })}
            {isSellingLocation && (
              <Badge variant="light" radius="sm" tt="none" leftSection={<IconBuildingStore size={14} />}>
                {t('locations.sellsFromHere')}
              </Badge>
            )}
          </Group>
        ),
      },
    ],
    [t, format],
  );
  const open = locations.find(({ id }) => id === beside.openId);
  const add = (
    <KeyButton
      keys="F4"
      label={t('locations.add')}
      icon={<IconPlus size={20} />}
      run={() => setMaking(true)}
    />
  );
  return (
    <Page
      title={t('locations.title')}
      actions={mayManage && add}
      aside={
        open && (
          <LocationPanel
            key={open.id}
            location={open}
            onTyped={beside.setTyped}
            onClose={() => void beside.open(null)}
            onDeleted={beside.forget}
          />
        )
      }
    >
      <Text c="dimmed">{t('locations.hint')}</Text>
      <RefusalNote error={error} />
      <DataTable
        label={t('locations.list')}
        columns={columns}
        rows={locations}
        getRowId={({ id }) => id}
        selectedId={beside.openId}
        onOpen={({ id }) => void beside.open(id)}
        loading={isPending}
        emptyState={
          <EmptyState
            icon={<IconMapPin size={36} />}
            title={t('locations.emptyTitle')}
            hint={t('locations.emptyHint', { key: 'F4' })}
          />
        }
      />
      {making && (
        <NewLocationDialog
          onMade={({ id }) => {
            setMaking(false);
            void beside.open(id);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </Page>
  );
}
