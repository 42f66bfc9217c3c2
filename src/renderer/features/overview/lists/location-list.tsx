import { IconMapPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useMay } from '#renderer/lib/session';
import { DataTable } from '#renderer/ui/data-table';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { LocationStock } from '#shared/contract/overview';
import { locationsOptions } from '../overview-queries';
import { sumColumns } from './sum-columns';

/** Stock by location; a row leads to the stock there. */
export function LocationList() {
  const { t } = useTranslation(['overview', 'common']);
  const format = useFormat();
  const withValue = useMay()('seeCost') === 'yes';
  const navigate = useNavigate();
  const list = useQuery(locationsOptions());
  const rows = list.data ?? [];
  const open = ({ locationId }: LocationStock): void =>
    void navigate({ to: '/stockroom/entries', search: { location: locationId } });
  const columns: DataColumn<LocationStock>[] = [
    { id: 'name', header: t('columns.location'), width: 'minmax(10rem, 2fr)', cell: ({ name }) => name },
    ...sumColumns(t, format, withValue, rows),
  ];
  return (
    <>
      <RefusalNote error={list.error} />
      <DataTable
        label={t('lists.locations')}
        columns={columns}
        rows={rows}
        getRowId={({ locationId }) => locationId}
        onOpen={open}
        loading={list.isPending}
        emptyState={
          <EmptyState icon={<IconMapPin size={36} />} title={t('empty.title')} hint={t('empty.hint')} />
        }
      />
    </>
  );
}
