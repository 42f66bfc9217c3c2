import { Group, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconClock, IconMailOff, IconMailShare } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '#renderer/lib/format';
import { paged, useRows } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Notice, NoticeState } from '#shared/contract/notices';
import { NoticePanel } from '../notice-panel';
import { outcomeInWords } from '../notice-words';

const STATES = ['all', 'waiting', 'sent', 'failed'] as const;
const STATE_ICONS = { waiting: IconClock, sent: IconCheck, failed: IconMailOff };

/** The alerts sent by mail and Slack, with recipient and result; failed ones can be retried. */
export function NoticesPage() {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const [shown, setShown] = useState<(typeof STATES)[number]>('all');
  const [chosenId, setChosenId] = useState<number | null>(null);
  const state: NoticeState | undefined = shown === 'all' ? undefined : shown;
  const list = useInfiniteQuery(orpc.notices.list.infiniteOptions(paged({ state })));
  const rows = useRows(list);
  const chosen = rows.find(({ id }) => id === chosenId);
  const small = useMediaQuery('(max-width: 100em)', false, { getInitialValueInEffect: false });
  const isNarrow = small && chosen !== undefined;
  const columns = useMemo(() => noticeColumns(t, format, isNarrow), [t, format, isNarrow]);
  return (
    <Page
      title={t('title')}
      aside={chosen && <NoticePanel key={chosen.id} notice={chosen} onClose={() => setChosenId(null)} />}
    >
      <Group>
        <SegmentedControl
          aria-label={t('state')}
          value={shown}
          onChange={setShown}
          data={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </Group>
      <RefusalNote error={list.error} />
      <PagedTable
        list={list}
        label={t('list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={chosen?.id ?? null}
        onOpen={({ id }) => setChosenId(id)}
        emptyState={
          <EmptyState icon={<IconMailShare size={36} />} title={t('empty.title')} hint={t('empty.hint')} />
        }
      />
    </Page>
  );
}

/** @param isNarrow true while a notice is open beside the list, which shows the other details */
function noticeColumns(t: TFunction<'notices'>, format: Format, isNarrow: boolean): DataColumn<Notice>[] {
  const all: DataColumn<Notice>[] = [
    {
      id: 'at',
      header: t('columns.at'),
      width: isNarrow ? '7.5rem' : '11.5rem',
      spare: 1,
      cell: ({ createdAt }) => (isNarrow ? format.day : format.dateTime)(createdAt),
    },
    { id: 'title', header: t('columns.title'), width: 'minmax(9rem, 1.6fr)', cell: ({ title }) => title },
    {
      id: 'to',
      header: t('columns.to'),
      wraps: true,
      width: 'minmax(7rem, 1fr)',
      spare: 1,
      cell: ({ person }) => person?.name ?? t('theStore'),
    },
    {
      id: 'channel',
      header: t('columns.channel'),
      wraps: true,
      width: '5.5rem',
      spare: 0,
      cell: ({ channel }) => t(`channels.${channel}`),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: 'minmax(7rem, 1.8fr)',
      cell: (notice) => <Outcome notice={notice} t={t} format={format} />,
    },
  ];
  return isNarrow ? all.filter(({ id }) => id === 'at' || id === 'title') : all;
}

function Outcome({ notice, t, format }: { notice: Notice; t: TFunction<'notices'>; format: Format }) {
  const Icon = STATE_ICONS[notice.state];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} aria-hidden style={{ flex: 'none' }} />
      <Text span inherit truncate>
        {outcomeInWords(t, format, notice)}
      </Text>
    </Group>
  );
}
