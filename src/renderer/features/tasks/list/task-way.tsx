import { Group } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Task } from '#shared/contract/tasks';
import { taskKeys } from '../task-keys';

/** One key to the page where a task is done: the count, a newly started transfer, the product, or the stock. */
export function TaskWay({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const navigate = useNavigate();
  const mayMove = useMay()('moveStock') === 'yes';
  const { kind, product, category, location, fromLocation } = task;
  const transferring = useMutation({
    mutationFn: async (places: { fromLocationId: number; toLocationId: number; productId: number }) => {
      const { productId, ...fromTo } = places;
      const { id } = await rpc.transfers.start(fromTo);
      try {
        await rpc.transfers.addLine({ documentId: id, productId });
        return { id, search: {} };
      } catch (error) {
        if (refusalOf(error)?.code !== 'QUANTITY_NEEDED') throw error;
        return { id, search: { ask: productId } };
      }
    },
    onSuccess: ({ id, search }) =>
      navigate({ to: '/stockroom/transfers/$id', params: { id: String(id) }, search }),
  });
  const wayToGoods = () => {
    if (product) {
      const go = () => navigate({ to: '/stockroom', search: { product: product.id } });
      return { label: t('go.product'), go };
    }
    if (!(category || location)) return null;
    const search = {
      location: location?.id,
      category: category?.id,
      expiry: kind === 'check expiry' ? 'near' : undefined,
    } as const;
    return { label: t('go.entries'), go: () => navigate({ to: '/stockroom/entries', search }) };
  };
  const way = () => {
    if (kind === 'count' && mayMove) {
      const search = { location: location?.id, category: category?.id };
      return { label: t('go.count'), go: () => navigate({ to: '/stockroom/stocktakes', search }) };
    }
    if (kind === 'restock' && mayMove && product && location && fromLocation) {
      const [productId, fromLocationId, toLocationId] = [product.id, fromLocation.id, location.id];
      const go = () => transferring.mutate({ productId, fromLocationId, toLocationId });
      return { label: t('go.restock'), go };
    }
    return wayToGoods();
  };
  const found = way();
  if (!found) return null;
  return (
    <>
      <Group>
        <KeyButton
          keys={taskKeys.go}
          variant="default"
          label={found.label}
          icon={<IconArrowRight size={18} />}
          loading={transferring.isPending}
          run={found.go}
        />
      </Group>
      <RefusalNote error={transferring.error} />
    </>
  );
}
