import { Text } from '@mantine/core';
import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { StateBadge, type StateLook } from '#renderer/ui/state-badge';
import type { IssueHead } from '#shared/contract/issues';

const LOOKS: Record<IssueHead['state'], StateLook> = {
  draft: { color: 'yellow', icon: IconPencil },
  issued: { color: 'green', icon: IconCheck },
  discarded: { color: 'gray', icon: IconTrash },
};

/**
 * The columns of the list of issues.
 * @param leftOut columns for which the window is too narrow
 */
export function issueColumns(
  t: TFunction<'issues'>,
  format: Format,
  leftOut: readonly string[],
): DataColumn<IssueHead>[] {
  const columns: DataColumn<IssueHead>[] = [
    {
      id: 'number',
      header: t('columns.number'),
      width: '8.5rem',
      cell: ({ number, state }) => number ?? <StateBadge look={LOOKS[state]} word={t(`states.${state}`)} />,
    },
    {
      id: 'holder',
      header: t('columns.holder'),
      wraps: true,
      width: 'minmax(7rem, 2fr)',
      cell: ({ holder }) =>
        holder ? (
          <span title={holder.name}>{holder.name}</span>
        ) : (
          <Text span inherit c="dimmed">
            {t('nobodyYet')}
          </Text>
        ),
    },
    {
      id: 'from',
      header: t('columns.from'),
      wraps: true,
      width: 'minmax(6.5rem, 1.2fr)',
      spare: 2,
      cell: ({ location }) => location.name,
    },
    {
      id: 'lines',
      header: t('columns.lines'),
      width: '5rem',
      spare: 3,
      align: 'end',
      cell: ({ lineCount }) => format.count(lineCount),
    },
    {
      id: 'out',
      header: t('columns.out'),
      wraps: true,
      width: '7.5rem',
      cell: ({ state, outCount }) => {
        if (state !== 'issued') return '';
        return outCount === 0 ? t('nothingOut') : t('linesOut', { count: outCount });
      },
    },
    {
      id: 'at',
      header: t('columns.at'),
      width: '11rem',
      spare: 1,
      cell: ({ issuedAt, createdAt }) => format.dateTime(issuedAt ?? createdAt),
    },
    {
      id: 'by',
      header: t('columns.by'),
      width: 'minmax(6rem, 1.2fr)',
      spare: 4,
      cell: ({ issuedBy, createdBy }) => (issuedBy ?? createdBy).name,
    },
  ];
  return columns.filter(({ id }) => !leftOut.includes(id));
}
