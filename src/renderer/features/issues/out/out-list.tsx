import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilterOff, IconUserCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { paged, useRows } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { ListFilters } from '#renderer/parts/list-filters';
import { DoneNote } from '#renderer/ui/done-note';
import { EmptyState } from '#renderer/ui/empty-state';
import { FailedScans } from '#renderer/ui/failed-scans';
import { ListCount } from '#renderer/ui/list-count';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { outColumns } from './out-columns';
import { OutPanel } from './out-panel';
import { useReturnScan } from './use-return-scan';

interface OutListProps {
  /** Limits the list to one product. */
  productId: number | undefined;
  /** The initial search text. */
  find: string;
  actions: ReactNode;
  lead: ReactNode;
}

/** Outstanding goods by holder: a scan returns goods if they have a single holder; otherwise a row opens. */
export function OutList({ productId, find, actions, lead }: OutListProps) {
  const { t } = useTranslation(['issues', 'common']);
  const format = useFormat();
  const mayMove = useMay()('moveStock') === 'yes';
  const navigate = useNavigate();
  const [search, setSearch] = useState(find);
  const [openId, setOpenId] = useState<number | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(
    orpc.issues.outstanding.infiniteOptions(paged({ search: useDeferredValue(search), productId })),
  );
  const rows = useRows(list);
  const open = rows.find(({ issueLineId }) => issueLineId === openId);
  const small = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const narrow = small || open !== undefined;
  const columns = useMemo(() => outColumns(t, format, narrow), [t, format, narrow]);
  const scans = useReturnScan({
    onReturned: (sentence) => setDone(sentence),
    onChoose: (line) => {
      setSearch('');
      setOpenId(line.issueLineId);
      void navigate({ to: '/stockroom/issues', search: { view: 'out', product: line.productId } });
    },
  });
  usePageKeys([
    { keys: documentKeys.find, label: t('common:filters.find'), run: () => box.current?.focus() },
  ]);
  const filtered = search !== '' || productId !== undefined;
  const ofProduct = productId !== undefined && rows[0];
  return (
    <Page
      title={t('toOut')}
      actions={actions}
      aside={
        open && (
          <OutPanel
            key={open.issueLineId}
            line={open}
            onDone={(sentence) => {
              setDone(sentence);
              setOpenId(null);
            }}
            onClose={() => setOpenId(null)}
          />
        )
      }
    >
      {lead}
      <ListFilters
        filter={{ search }}
        onChange={(filter) => setSearch(filter.search)}
        box={box}
        onEnter={() => rows[0] && setOpenId(rows[0].issueLineId)}
        findPlaceholder={t('out.findPlaceholder')}
      >
        {productId !== undefined && (
          <Button
            variant="subtle"
            leftSection={<IconFilterOff size={18} />}
            onClick={() => navigate({ to: '/stockroom/issues', search: { view: 'out' } })}
          >
            {t('out.clearProduct')}
          </Button>
        )}
      </ListFilters>
      <FailedScans {...scans} />
      <RefusalNote error={list.error} />
      {done && <DoneNote>{done}</DoneNote>}
      <ListCount
        page={list.data?.pages[0]}
        say={(count) => t('out.total', { count })}
        sayMore={(total) => t('out.totalMore', { total })}
      >
        {ofProduct && ` · ${t('out.onlyProduct', { product: ofProduct.productName })}`}
        {mayMove && rows.length > 0 && !open && ` · ${t('out.chooseHint')}`}
      </ListCount>
      <PagedTable
        list={list}
        label={t('out.list')}
        columns={columns}
        rows={rows}
        getRowId={({ issueLineId }) => issueLineId}
        selectedId={open?.issueLineId ?? null}
        onOpen={({ issueLineId }) => setOpenId(issueLineId)}
        emptyState={
          <EmptyState
            icon={<IconUserCheck size={36} />}
            title={t(filtered ? 'out.noMatchTitle' : 'out.emptyTitle')}
            hint={t(filtered ? 'out.noMatchHint' : 'out.emptyHint')}
          />
        }
      />
    </Page>
  );
}
