import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { confirm } from '#renderer/ui/confirm';
import type { OutstandingLine } from '#shared/contract/issues';

interface Goods {
  quantityMilli: number;
  reason: string;
}

/** The maximum number of a holder's lines that are returned in one step. */
const LINES_AT_ONCE = 500;

/** How many of them the confirmation names. */
const NAMED_GOODS = 3;

/** The actions on an outstanding line; each reports in a sentence what was done. */
export function useReturnGoods(line: OutstandingLine, onDone: (sentence: string) => void) {
  const { t, i18n } = useTranslation('issues');
  const format = useFormat();
  const { issueLineId, unit, productName: product, holder } = line;
  const giving = useMutation({
    mutationFn: (goods: Goods & { locationId: number }) => rpc.issues.returnGoods({ issueLineId, ...goods }),
    onSuccess: async ({ holder: { name } }, { quantityMilli, locationId }) => {
      const places = await rpc.stock.listLocations();
      const location = places.find(({ id }) => id === locationId)?.name ?? '';
      onDone(
        t('out.returned', {
          quantity: format.quantity(quantityMilli, unit),
          product,
          holder: name,
          location,
        }),
      );
    },
  });
  const using = useMutation({
    mutationFn: (goods: Goods) => rpc.issues.usedUp({ issueLineId, ...goods }),
    onSuccess: (_, { quantityMilli }) =>
      onDone(t('out.usedUp', { quantity: format.quantity(quantityMilli, unit), product })),
  });
  const goodsInWords = (rows: readonly OutstandingLine[]): string => {
    const named = rows
      .slice(0, NAMED_GOODS)
      .map((row) => `${format.quantity(row.outMilli, row.unit)} ${row.productName}`);
    const others = rows.length - named.length;
    const words = others > 0 ? [...named, t('out.moreOfAll', { count: others })] : named;
    return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words);
  };
  const givingAll = useMutation({
    mutationFn: async (to: { id: number; name: string } | null) => {
      const { accountId, name } = holder;
      const { rows } = await rpc.issues.outstanding({
        holder: accountId === null ? { name } : { accountId },
        limit: LINES_AT_ONCE,
      });
      const lines = rows.map((row) => ({ issueLineId: row.issueLineId, quantityMilli: row.outMilli }));
      const isMeant = await confirm({
        title: t('out.allTitle', { holder: name }),
        consequence:
          to === null
            ? t('out.allToOrigin', { goods: goodsInWords(rows) })
            : t('out.allTo', { goods: goodsInWords(rows), location: to.name }),
        confirmLabel: t('out.allBack'),
        keepsByEnter: true,
      });
      return isMeant ? rpc.issues.returnMany({ locationId: to?.id ?? null, lines }) : null;
    },
    onSuccess: (returned) => {
      if (returned) onDone(t('out.allReturned', { count: returned.length, holder: holder.name }));
    },
  });
  return {
    returnGoods: giving.mutate,
    markUsed: using.mutate,
    /** After confirmation, returns all of this holder's goods to one location, or each to where it left. */
    giveAllBack: givingAll.mutate,
    busy: giving.isPending || using.isPending || givingAll.isPending,
    error: giving.error ?? using.error ?? givingAll.error,
    reset: () => {
      giving.reset();
      using.reset();
      givingAll.reset();
    },
  };
}
