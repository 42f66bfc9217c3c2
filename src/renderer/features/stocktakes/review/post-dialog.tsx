import { Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import type { Stocktake, StocktakeFigures, UncountedChoice } from '#shared/contract/stocktakes';

interface PostDialogProps {
  /** The reviewed version. */
  stocktake: Stocktake;
  figures: StocktakeFigures;
  onDone: () => void;
  onClose: () => void;
}

/** Shows the figures and asks before the differences are posted, because that cannot be undone. */
export function PostDialog({ stocktake, figures, onDone, onClose }: PostDialogProps) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const [uncounted, setUncounted] = useState<UncountedChoice>('leave');
  const { id, version, lineCount, countedCount } = stocktake;
  const left = lineCount - countedCount;
  const posting = useMutation({
    mutationFn: () => rpc.stocktakes.post({ id, version, uncounted }),
    onSuccess: onDone,
  });
  const worth = (minor: number): string => {
    if (minor === 0) return t('post.worthSame');
    const value = format.money(Math.abs(minor));
    return minor < 0 ? t('post.worthLess', { value }) : t('post.worthMore', { value });
  };
  const lost = figures.uncountedMinor;
  const net = (figures.differenceMinor ?? 0) - (uncounted === 'zero' ? (lost ?? 0) : 0);
  const count = figures.different + (uncounted === 'zero' ? figures.uncounted : 0);
  return (
    <FormDialog
      title={t('post.title')}
      submitLabel={t('post.do')}
      size="lg"
      keepsByEnter
      busy={posting.isPending}
      error={posting.error}
      onSubmit={() => posting.mutate()}
      onClose={onClose}
    >
      {figures.uncounted > 0 && (
        <Radio.Group
          label={t('post.uncounted', { count: left })}
          value={uncounted}
          onChange={(value) => setUncounted(value === 'zero' ? 'zero' : 'leave')}
        >
          <Stack gap="xs" mt="xs">
            <Radio data-autofocus value="leave" label={t('post.leave', { count: left })} />
            <Radio
              value="zero"
              label={
                lost === null
                  ? t('post.zero', { count: left })
                  : t('post.zeroWorth', { count: left, value: format.money(lost) })
              }
            />
          </Stack>
        </Radio.Group>
      )}
      <Text>
        {[
          t('post.consequence', { count }),
          ...(figures.differenceMinor === null || count === 0 ? [] : [worth(net)]),
          t('post.final'),
        ].join(' ')}
      </Text>
    </FormDialog>
  );
}
