import { Stack, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPackage } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { ExpiryMark } from '#renderer/parts/batches/expiry-mark';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { EmptyState } from '#renderer/ui/empty-state';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { LineChange, TicketLine } from '#shared/contract/sales-documents';
import type { Batch } from '#shared/contract/stock';
import classes from './dialog-rows.module.css';
import { moveFocus } from './move-focus';

interface BatchDialogProps {
  line: TicketLine;
  onSaved: (change: LineChange) => void;
  onClose: () => void;
}

/** Selects the batch at the selling location that a line is taken from; arrows move, Enter chooses. */
export function BatchDialog({ line, onSaved, onClose }: BatchDialogProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const { data, error } = useQuery(
    orpc.stock.listBatches.queryOptions({ input: { productId: line.productId }, refetchOnMount: 'always' }),
  );
  const choosing = useMutation({
    mutationFn: (batchId: number | null) => rpc.sales.changeLine({ lineId: line.id, batchId }),
    onSuccess: (change) => {
      onSaved(change);
      onClose();
    },
  });
  const batches = data?.flatMap(atSellingLocation);
  const list = useRef<HTMLDivElement>(null);
  const hasRows = batches !== undefined && (batches.length > 0 || line.batch !== null);
  useEffect(() => {
    if (!hasRows) return;
    const rows = list.current;
    (rows?.querySelector<HTMLElement>('[aria-current]') ?? rows?.querySelector('button'))?.focus();
  }, [hasRows]);
  return (
    <DialogFrame onClose={onClose} title={t('dialogs.batch.title', { name: line.name })} size="lg">
      <RefusalNote error={error ?? choosing.error} />
      {batches && !hasRows && (
        <EmptyState
          title={t('dialogs.batch.empty')}
          hint={t('dialogs.batch.emptyHint')}
          icon={<IconPackage size={36} />}
        />
      )}
      {hasRows && (
        <Stack ref={list} gap={0} role="group" aria-label={t('dialogs.batch.label')} onKeyDown={moveFocus}>
          <Row
            name={t('dialogs.batch.first')}
            chosen={line.batch === null}
            details={t('dialogs.batch.firstHint')}
            onChoose={() => choosing.mutate(null)}
          />
          {batches.map(({ id, number, expiresOn, availableMilli }) => (
            <Row
              key={id}
              name={number}
              chosen={line.batch?.id === id}
              figure={format.quantity(availableMilli, line.unit)}
              details={<ExpiryMark expiresOn={expiresOn} />}
              onChoose={() => choosing.mutate(id)}
            />
          ))}
        </Stack>
      )}
    </DialogFrame>
  );
}

interface RowProps {
  name: string;
  chosen: boolean;
  figure?: string;
  details: ReactNode;
  onChoose: () => void;
}

function Row({ name, chosen, figure, details, onChoose }: RowProps) {
  return (
    <UnstyledButton className={classes.row} aria-current={chosen || undefined} onClick={onChoose}>
      <span className={classes.name}>
        {name} {chosen && <IconCheck size={18} aria-hidden />}
      </span>
      <span className={classes.total}>{figure}</span>
      <span className={classes.details}>{details}</span>
    </UnstyledButton>
  );
}

/** The batch with the quantity available at the selling location; empty where none is available. */
function atSellingLocation({
  places,
  ...batch
}: Batch): Array<Omit<Batch, 'places'> & { availableMilli: number }> {
  const place = places.find(({ isSellingLocation }) => isSellingLocation);
  return place && place.availableMilli > 0 ? [{ ...batch, availableMilli: place.availableMilli }] : [];
}
