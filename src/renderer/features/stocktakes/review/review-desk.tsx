import { Alert, Button, SegmentedControl, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useRows } from '#renderer/lib/paged';
import { useMay } from '#renderer/lib/session';
import { EmptyState } from '#renderer/ui/empty-state';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Stocktake, StocktakeFigures } from '#shared/contract/stocktakes';
import { linesOptions } from '../stocktake-queries';
import { differenceColumns } from './difference-columns';
import { Figures } from './figures';

const REVIEWED = ['different', 'uncounted', 'all'] as const;
export type Reviewed = (typeof REVIEWED)[number];

interface ReviewDeskProps {
  stocktake: Stocktake;
  figures: StocktakeFigures | null;
  shown: Reviewed;
  onShow: (shown: Reviewed) => void;
  openId: number | null;
  onOpen: (id: number) => void;
  /** Whether anyone has counted since this review was opened. */
  isStale: boolean;
  onLookAgain: () => void;
}

/** The differences, highest value first, and the uncounted lines; shown before and after posting. */
export function ReviewDesk(props: ReviewDeskProps) {
  const { stocktake, figures, shown, openId } = props;
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const withValue = useMay()('seeCost') === 'yes';
  const list = useInfiniteQuery(linesOptions({ stocktakeId: stocktake.id, filter: shown, search: '' }));
  const rows = useRows(list);
  const withMarks = stocktake.state === 'review';
  const columns = useMemo(
    () => differenceColumns(t, format, { withMarks, withValue }),
    [t, format, withMarks, withValue],
  );
  return (
    <>
      {props.isStale && (
        <Alert role="alert" color="yellow" variant="light" icon={<IconEye aria-hidden />}>
          <Text mb="xs">{t('review.stale')}</Text>
          <Button variant="default" size="sm" onClick={props.onLookAgain}>
            {t('review.lookAgain')}
          </Button>
        </Alert>
      )}
      {figures && <Figures stocktake={stocktake} figures={figures} />}
      {stocktake.note !== '' && <Text>{t('review.note', { note: stocktake.note })}</Text>}
      <SegmentedControl
        mr="auto"
        aria-label={t('lines.show')}
        data={REVIEWED.map((value) => ({ value, label: t(`review.${value}`) }))}
        value={shown}
        onChange={(value) => props.onShow(value as Reviewed)}
      />
      <RefusalNote error={list.error} />
      <PagedTable
        list={list}
        label={t('review.label')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={openId}
        onOpen={({ id }) => props.onOpen(id)}
        emptyState={<EmptyState title={t(`review.none.${noneOf(shown, stocktake)}`)} />}
      />
    </>
  );
}

/** The text key for an empty list; without any count there can be no difference. */
function noneOf(shown: Reviewed, { countedCount, lineCount }: Stocktake) {
  if (shown !== 'different' || countedCount === lineCount) return shown;
  return countedCount === 0 ? 'nothingCounted' : 'differentSoFar';
}
