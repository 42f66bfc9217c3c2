import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { DocumentHead } from '#shared/contract/documents';
import { DocumentStateBadge } from './document-state-badge';

interface ColumnParts<Head extends DocumentHead> {
  /** The word of the kind for a posted document. */
  posted: string;
  /** The columns of the kind, such as its locations. */
  own: readonly DataColumn<Head>[];
  /** Whether only the columns that identify a document fit. */
  narrow: boolean;
}

/** The columns of a list of documents: number, time, the kind's own, note, lines, person and state. */
export function useDocumentColumns<Head extends DocumentHead>({ posted, own, narrow }: ColumnParts<Head>) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return useMemo(() => {
    const columns: (DataColumn<Head> | false)[] = [
      {
        id: 'number',
        header: t('columns.number'),
        width: 'minmax(7rem, 0.8fr)',
        cell: ({ number }) => number ?? t('noNumber'),
      },
      {
        id: 'when',
        header: t('columns.when'),
        width: narrow ? '7.5rem' : '11rem',
        cell: ({ postedAt, createdAt }) => (narrow ? format.day : format.dateTime)(postedAt ?? createdAt),
      },
      ...own,
      !narrow && {
        id: 'note',
        header: t('columns.note'),
        width: 'minmax(5rem, 1.6fr)',
        spare: 3,
        cell: ({ note }) => note,
      },
      {
        id: 'lines',
        spare: 1,
        header: t('columns.lines'),
        align: 'end',
        width: '5rem',
        cell: ({ lineCount }) => format.count(lineCount),
      },
      !narrow && {
        id: 'by',
        header: t('columns.by'),
        width: 'minmax(6rem, 1fr)',
        spare: 2,
        cell: ({ postedBy, createdBy }) => (postedBy ?? createdBy).name,
      },
      {
        id: 'state',
        header: t('columns.state'),
        wraps: true,
        width: '8.5rem',
        cell: ({ state }) => <DocumentStateBadge state={state} posted={posted} />,
      },
    ];
    return columns.filter((column) => column !== false);
  }, [t, format, posted, own, narrow]);
}
