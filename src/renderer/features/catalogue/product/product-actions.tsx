import { Button, Group } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconHistory,
  IconPencil,
  IconScan,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { HistoryDialog } from '#renderer/parts/history/history-dialog';
import { confirm } from '#renderer/ui/confirm';
import { KeyButton } from '#renderer/ui/key-button';
import { ButtonLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Product } from '#shared/contract/catalogue';
import { catalogueKeys } from '../catalogue-keys';

interface ProductActionsProps {
  product: Product;
  /** Whether the actions replace a form and take over its focus. */
  takeFocus: boolean;
  onEdit: () => void;
  onDeleted: () => void;
}

/** Five buttons fit into two rows of the panel beside the list. */
const COMPACT = { px: 10, size: 'compact-sm', h: 36 } as const;

/** The actions on a product: edit, archive, restore, and delete while it has no movements. */
export function ProductActions({ product, takeFocus, onEdit, onDeleted }: ProductActionsProps) {
  const { t } = useTranslation(['catalogue', 'common']);
  const format = useFormat();
  const queries = useQueryClient();
  const may = useMay();
  const mayEdit = may('editCatalogue') === 'yes';
  const [history, setHistory] = useState(false);
  const { id, version } = product;
  const isArchived = product.status === 'archived';
  const archiving = useMutation({
    mutationFn: () =>
      rpc.catalogue.changeProduct({ id, version, status: isArchived ? 'inactive' : 'archived' }),
    onSuccess: (changed) => queries.setQueryData(orpc.catalogue.product.queryKey({ input: { id } }), changed),
  });
  const deleting = useMutation({
    mutationFn: () => rpc.catalogue.deleteProduct({ id }),
    onSuccess: onDeleted,
  });
  const archive = async (): Promise<void> => {
    const { name, onHandMilli, unit } = product;
    const meant = await confirm({
      title: t('catalogue:product.archiveTitle', { name }),
      consequence:
        onHandMilli === null || onHandMilli === 0
          ? t('catalogue:product.archiveConsequence')
          : t('catalogue:product.archiveWithStock', { quantity: format.quantity(onHandMilli, unit) }),
      confirmLabel: t('catalogue:product.archive'),
    });
    if (meant) archiving.mutate();
  };
  const remove = async (): Promise<void> => {
    const meant = await confirm({
      title: t('catalogue:product.deleteTitle', { name: product.name }),
      consequence: t('catalogue:product.deleteConsequence', { count: product.barcodes.length }),
      confirmLabel: t('catalogue:product.delete'),
      danger: true,
    });
    if (meant) deleting.mutate();
  };
  return (
    <>
      <RefusalNote
        error={archiving.error ?? deleting.error}
        onDismiss={() => {
          archiving.reset();
          deleting.reset();
        }}
      />
      <Group gap="xs">
        {mayEdit && (
          <KeyButton
            {...COMPACT}
            keys={catalogueKeys.edit}
            autoFocus={takeFocus}
            label={t('common:edit')}
            icon={<IconPencil size={18} />}
            run={onEdit}
          />
        )}
        {may('seeQuantities') === 'yes' && (
          <KeyButton
            {...COMPACT}
            keys={catalogueKeys.history}
            variant="default"
            label={t('catalogue:product.history')}
            icon={<IconHistory size={18} />}
            run={() => setHistory(true)}
          />
        )}
        {mayEdit && (
          <Button
            {...COMPACT}
            variant="default"
            leftSection={isArchived ? <IconArchiveOff size={18} /> : <IconArchive size={18} />}
            loading={archiving.isPending}
            onClick={() => (isArchived ? archiving.mutate() : void archive())}
          >
            {t(isArchived ? 'catalogue:product.restore' : 'catalogue:product.archive')}
          </Button>
        )}
        {may('seeQuantities') === 'yes' && (
          <ButtonLink
            {...COMPACT}
            to="/stockroom"
            search={{ product: id }}
            variant="default"
            leftSection={<IconScan size={18} />}
          >
            {t('catalogue:product.toStockroom')}
          </ButtonLink>
        )}
        {mayEdit && product.deletable && (
          <Button
            {...COMPACT}
            variant="light"
            color="red"
            leftSection={<IconTrash size={18} />}
            loading={deleting.isPending}
            onClick={() => void remove()}
          >
            {t('catalogue:product.delete')}
          </Button>
        )}
      </Group>
      {history && <HistoryDialog product={product} onClose={() => setHistory(false)} />}
    </>
  );
}
