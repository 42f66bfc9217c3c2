import { Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { DataTable } from '#renderer/ui/data-table';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { ProductImport } from '#shared/contract/imports';

interface RecentImportsProps {
  imports: readonly ProductImport[];
  loading: boolean;
  openId: number | null;
  onOpen: (id: number) => void;
}

/** The last imports of the store; a row opens its report. */
export function RecentImports({ imports, loading, openId, onOpen }: RecentImportsProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  // The panel beside the list shows the figures of the open import.
  const narrow = openId !== null;
  const columns = useMemo((): DataColumn<ProductImport>[] => {
    const figure = (id: 'created' | 'updated' | 'refused'): DataColumn<ProductImport> => ({
      id,
      header: t(`recent.${id}`),
      width: '6rem',
      align: 'end',
      cell: (row) => (row.state === 'done' ? format.count(row[id]) : '–'),
    });
    const all: (DataColumn<ProductImport> | false)[] = [
      { id: 'file', header: t('recent.file'), width: 'minmax(7rem, 2fr)', cell: ({ fileName }) => fileName },
      !narrow && {
        id: 'when',
        header: t('recent.when'),
        width: 'minmax(9rem, 1fr)',
        cell: ({ startedAt }) => format.dateTime(startedAt),
      },
      !narrow && { id: 'by', header: t('recent.by'), width: 'minmax(5rem, 1fr)', cell: ({ by }) => by.name },
      {
        id: 'state',
        header: t('recent.state'),
        width: 'minmax(7rem, 1.4fr)',
        cell: ({ state }) => t(`states.${state}`),
      },
      !narrow && figure('created'),
      !narrow && figure('updated'),
      !narrow && figure('refused'),
    ];
    return all.filter((column) => column !== false);
  }, [t, format, narrow]);
  if (imports.length === 0 && !loading) return null;
  return (
    <Stack gap="xs" flex={1} mih="14rem">
      <Title order={2} size="h4">
        {t('recent.title')}
      </Title>
      <DataTable
        label={t('recent.list')}
        columns={columns}
        rows={imports}
        getRowId={({ id }) => id}
        selectedId={openId}
        onOpen={({ id }) => onOpen(id)}
        loading={loading}
      />
    </Stack>
  );
}
