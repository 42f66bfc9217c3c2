import { Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { BackButton } from '#renderer/ui/back-button';
import { confirm } from '#renderer/ui/confirm';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { savePdf } from '#renderer/ui/save-pdf';
import type { Outputs } from '#shared/contract/index';
import type { StocktakeLine } from '#shared/contract/stocktakes';
import { CountingDesk } from './counting/counting-desk';
import { StocktakeStateBadge, scopeInWords } from './list/stocktake-words';
import { LinePanel } from './review/line-panel';
import { PostDialog } from './review/post-dialog';
import { ReviewDesk, type Reviewed } from './review/review-desk';
import { DeskActions } from './stocktake-actions';
import { linesOptions } from './stocktake-queries';

/** A stocktake in its current state. This screen stays in counting until it opens the review, whatever others do. */
export function StocktakeDesk({ stocktake, counters, figures }: Outputs['stocktakes']['get']) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const [counts, setCounts] = useState(stocktake.state === 'counting');
  const [recount, setRecount] = useState<StocktakeLine | null>(null);
  const [camera, setCamera] = useState(false);
  const [posts, setPosts] = useState(false);
  const [shown, setShown] = useState<Reviewed>('different');
  const [openId, setOpenId] = useState<number | null>(null);
  const [seenVersion, setSeenVersion] = useState(stocktake.version);
  const { id, state } = stocktake;
  const isOpen = state === 'counting' || state === 'review';
  const countsHere = isOpen && counts;
  const lines = linesOptions({ stocktakeId: id, filter: shown, search: '' });
  const { data } = useInfiniteQuery({ ...lines, enabled: openId !== null });
  const line = data?.pages.flatMap((page) => page.rows).find((one) => one.id === openId);

  const lookThrough = useMutation({
    mutationFn: () => rpc.stocktakes.review({ id }),
    onSuccess: ({ version }) => {
      setSeenVersion(version);
      setCounts(false);
      setCamera(false);
    },
  });
  const givingUp = useMutation({ mutationFn: () => rpc.stocktakes.cancel({ id }) });
  const printing = useMutation({
    mutationFn: async () =>
      savePdf(await rpc.stocktakes.sheet({ id, kind: countsHere ? 'count' : 'differences' })),
  });
  const discard = async (): Promise<void> => {
    const consequence = t('discard.consequence', { count: stocktake.countedCount });
    const question = {
      title: t('discard.title'),
      consequence,
      confirmLabel: t('discard.do'),
      cancelLabel: t('discard.keep'),
      danger: true,
    };
    if (await confirm(question)) givingUp.mutate();
  };
  const countOn = (again: StocktakeLine | null): void => {
    setRecount(again);
    setOpenId(null);
    setCounts(true);
  };
  const title = [stocktake.number, scopeInWords(t, stocktake)].filter(Boolean).join(' · ');
  return (
    <Page
      title={title}
      back={<BackButton to="/stockroom/stocktakes" label={t('back')} />}
      actions={
        <DeskActions
          state={state}
          countsHere={countsHere}
          camera={camera}
          busy={lookThrough.isPending || printing.isPending}
          onCamera={() => setCamera((on) => !on)}
          onReview={() => lookThrough.mutate()}
          onCountOn={() => countOn(null)}
          onPost={() => setPosts(true)}
          onPrint={() => printing.mutate()}
        />
      }
      aside={
        !countsHere &&
        line && (
          <LinePanel
            key={line.id}
            stocktake={stocktake}
            line={line}
            onRecount={() => countOn(line)}
            onClose={() => setOpenId(null)}
          />
        )
      }
    >
      <Group gap="sm">
        <StocktakeStateBadge state={state} />
        <Text size="sm" c="dimmed" mr="auto">
          {t('startedBy', { name: stocktake.startedBy.name, time: format.dateTime(stocktake.startedAt) })}
          {stocktake.closedAt !== null &&
            ` · ${t(`closedBy.${state === 'posted' ? 'posted' : 'cancelled'}`, {
              name: stocktake.closedBy?.name ?? '',
              time: format.dateTime(stocktake.closedAt),
            })}`}
        </Text>
        {isOpen && (
          <KeyButton
            keys={documentKeys.discard}
            variant="subtle"
            color="red"
            label={t('discard.action')}
            icon={<IconTrash size={18} />}
            run={() => void discard()}
          />
        )}
      </Group>
      <RefusalNote error={lookThrough.error ?? givingUp.error ?? printing.error} />
      {countsHere ? (
        <CountingDesk
          key={recount?.id ?? 0}
          stocktake={stocktake}
          counters={counters}
          camera={camera}
          recount={recount}
        />
      ) : (
        <ReviewDesk
          stocktake={stocktake}
          figures={figures}
          shown={shown}
          onShow={setShown}
          openId={openId}
          onOpen={setOpenId}
          isStale={state === 'review' && stocktake.version !== seenVersion}
          onLookAgain={() => setSeenVersion(stocktake.version)}
        />
      )}
      {posts && figures && (
        <PostDialog
          stocktake={{ ...stocktake, version: seenVersion }}
          figures={figures}
          onDone={() => setPosts(false)}
          onClose={() => setPosts(false)}
        />
      )}
    </Page>
  );
}
