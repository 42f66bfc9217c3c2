import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { KeyLayer } from '#renderer/lib/keys';
import { rpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { saveText } from '#renderer/ui/save-text';
import type { HistoryFilter } from './history-queries';

interface HistoryExport {
  /** The button that saves the listed movements as CSV. */
  button: ReactNode;
  error: unknown;
  dismiss: () => void;
  /** The message with the number of saved rows; null before saving. */
  saved: string | null;
}

/** Saves the movements that match a filter as a file. */
export function useHistoryExport(filter: HistoryFilter, layer: KeyLayer = 'page'): HistoryExport {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const [saved, setSaved] = useState<string | null>(null);
  const exporting = useMutation({
    mutationFn: () => rpc.stock.exportHistory(filter),
    onMutate: () => setSaved(null),
    onSuccess: ({ fileName, csv, rows, more }) => {
      saveText(fileName, csv, 'text/csv');
      const total = format.count(rows);
      setSaved(t(more ? 'history.savedPart' : 'history.saved', { fileName, total }));
    },
  });
  return {
    button: (
      <KeyButton
        keys="Ctrl+E"
        layer={layer}
        variant="default"
        label={t('history.export')}
        icon={<IconDownload size={18} />}
        loading={exporting.isPending}
        run={() => exporting.mutate()}
      />
    ),
    error: exporting.error,
    dismiss: exporting.reset,
    saved,
  };
}
