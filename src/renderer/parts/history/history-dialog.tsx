import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageKeys } from '#renderer/lib/keys';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { DoneNote } from '#renderer/ui/done-note';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { MovementCause } from '#shared/contract/stock';
import { useHistoryExport } from './export-history';
import classes from './history-dialog.module.css';
import { HistoryFilters } from './history-filters';
import { type HistoryChoice, isChosen } from './history-queries';
import { MovementList } from './movement-list';

interface Named {
  id: number;
  name: string;
}

interface HistoryDialogProps {
  /** Limits the history to a product, location, batch, document or a combination; at least one is required. */
  product?: Named | undefined;
  location?: Named | undefined;
  /** Its name is the batch number, shown beside the product's name. */
  batch?: Named | undefined;
  /** Its name includes kind and number: "Transfer TR-000012". */
  document?: (Named & { cause: Exclude<MovementCause, ''> }) | undefined;
  onClose: () => void;
}

const NO_KEYS: never[] = [];

/**
 * The movements of a product or batch, at a location, or by a document: newest first, with filters and an export to
 * a file.
 */
export function HistoryDialog({ product, location, batch, document, onClose }: HistoryDialogProps) {
  const { t } = useTranslation(['stock', 'common']);
  const [choice, setChoice] = useState<HistoryChoice>({});
  const filter = {
    ...choice,
    productId: product?.id,
    locationId: location?.id,
    batchId: batch?.id,
    cause: document?.cause,
    causeId: document?.id,
  };
  const batchName = batch && t('stock:entries.batch', { batch: batch.name });
  const file = useHistoryExport(filter, 'dialog');
  usePageKeys(NO_KEYS, 'dialog');
  return (
    <DialogFrame
      onClose={onClose}
      size="min(80rem, 94vw)"
      title={t('stock:history.of', {
        what: [document?.name, product?.name, batchName, location?.name]
          .filter((name) => name !== undefined)
          .join(', '),
      })}
    >
      <div className={classes.body}>
        <HistoryFilters choice={choice} onChange={setChoice} onClear={() => setChoice({})} />
        <RefusalNote error={file.error} onDismiss={file.dismiss} />
        {file.saved && <DoneNote>{file.saved}</DoneNote>}
        <MovementList filter={filter} unfiltered={!isChosen(choice)} />
        <Group justify="flex-end">{file.button}</Group>
      </div>
    </DialogFrame>
  );
}
