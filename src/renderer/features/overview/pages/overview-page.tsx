import { SegmentedControl, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { savePdf } from '#renderer/ui/save-pdf';
import { type OverviewList, overviewList } from '#shared/contract/overview';
import { CategoryList } from '../lists/category-list';
import { ExpiringList } from '../lists/expiring-list';
import { LocationList } from '../lists/location-list';
import { LowList } from '../lists/low-list';
import classes from '../overview.module.css';
import { OverviewFigures } from '../overview-figures';
import { figuresOptions } from '../overview-queries';

/** The overview of the whole stock: figures first, then the picture, then the list; each leads to its details. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const navigate = useNavigate();
  const { list = 'categories', category, direct = false } = useSearch({ from: '/stockroom/overview' });
  const figures = useQuery(figuresOptions());
  const printing = useMutation({
    mutationFn: async () => savePdf(await rpc.overview.pdf({ list, categoryId: category })),
  });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {figures.data && (
            <Text size="sm" c="dimmed">
              {t('asOf', { time: format.time(figures.data.at) })}
            </Text>
          )}
          <KeyButton
            keys="Ctrl+P"
            variant="default"
            label={t('print')}
            icon={<IconFileTypePdf size={18} />}
            loading={printing.isPending}
            run={() => printing.mutate()}
          />
        </>
      }
    >
      <RefusalNote error={figures.error} />
      <RefusalNote error={printing.error} onDismiss={printing.reset} />
      <OverviewFigures figures={figures.data} />
      <SegmentedControl
        aria-label={t('choose')}
        flex="none"
        value={list}
        onChange={(chosen) =>
          void navigate({ to: '/stockroom/overview', search: { list: chosen as OverviewList } })
        }
        data={overviewList.options.map((value) => ({ value, label: t(`tabs.${value}`) }))}
      />
      <div className={classes.list}>
        {list === 'categories' && <CategoryList category={category} direct={direct} />}
        {list === 'locations' && <LocationList />}
        {list === 'low' && <LowList />}
        {list === 'expiring' && <ExpiringList />}
      </div>
    </Page>
  );
}
