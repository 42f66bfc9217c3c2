import { Badge, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { Alert } from '#shared/contract/alerts';
import { AlertIcon } from '../alert-icon';
import { wordsOf } from '../alert-words';

/** The columns of the list of alerts; `narrow` where a panel or the window leaves little room. */
export function alertColumns(t: TFunction<'alerts'>, format: Format, narrow: boolean): DataColumn<Alert>[] {
  const columns: (DataColumn<Alert> | false)[] = [
    {
      id: 'raised',
      header: t('columns.raised'),
      width: narrow ? '7.5rem' : '11.5rem',
      spare: 2,
      cell: ({ raisedAt }) => (narrow ? format.day : format.dateTime)(raisedAt),
    },
    {
      id: 'product',
      header: t('columns.product'),
      wraps: true,
      width: 'minmax(12rem, 1.5fr)',
      cell: (alert) => (
        <Group gap="xs" wrap="nowrap">
          <AlertIcon alert={alert} />
          <Text span inherit fw={alert.isUnread ? 650 : undefined}>
            {alert.productName}
          </Text>
        </Group>
      ),
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      wraps: true,
      width: '8.5rem',
      spare: 1,
      cell: ({ kind }) => t(`kinds.${kind}`),
    },
    !narrow && {
      id: 'detail',
      header: t('columns.detail'),
      width: 'minmax(10rem, 2.5fr)',
      wraps: true,
      cell: (alert) => wordsOf(t, format, alert).detail,
    },
    {
      id: 'state',
      header: t('columns.state'),
      wraps: true,
      width: narrow ? '6.5rem' : 'minmax(7rem, 1fr)',
      spare: 3,
      cell: (alert) => <AlertState t={t} format={format} alert={alert} narrow={narrow} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

interface AlertStateProps {
  t: TFunction<'alerts'>;
  format: Format;
  alert: Alert;
  narrow: boolean;
}

function AlertState({ t, format, alert: { isUnread, resolvedAt }, narrow }: AlertStateProps) {
  if (resolvedAt !== null) {
    return (
      <Text span inherit c="dimmed" truncate>
        {narrow ? t('states.resolved') : t('over', { time: format.dateTime(resolvedAt) })}
      </Text>
    );
  }
  if (!isUnread) return t('states.open');
  return (
    <Badge variant="light" radius="sm" tt="none">
      {t('states.unread')}
    </Badge>
  );
}
