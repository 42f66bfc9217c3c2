import { Alert } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconInfoCircle, IconTableImport } from '@tabler/icons-react';
import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { DataTable } from '#renderer/ui/data-table';
import { EmptyState } from '#renderer/ui/empty-state';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { ImportChoices } from '#shared/contract/imports';
import type { Outputs } from '#shared/contract/index';
import classes from './preview.module.css';
import { previewColumns } from './preview-columns';
import { usePreview } from './use-preview';
import { useProblemSentence } from './use-problem-sentence';

type Ignored = Outputs['imports']['preview']['ignored'];

/** The preview of the file's first rows with the current choices. */
export function PreviewSection({ fileId, choices }: { fileId: string; choices: ImportChoices }) {
  const { t } = useTranslation(['imports', 'catalogue', 'common']);
  const format = useFormat();
  const say = useProblemSentence();
  const preview = usePreview(fileId, choices);
  const withStock = choices.fields.includes('stock');
  const narrow = useMediaQuery('(max-width: 95em)', true, { getInitialValueInEffect: false });
  const columns = useMemo(
    () => previewColumns(t, format, { say, withStock, narrow }),
    [t, format, say, withStock, narrow],
  );
  const rows = preview.isError ? [] : (preview.data?.rows ?? []);
  const sameNames = rows.filter(({ sameName }) => sameName !== null).length;
  return (
    <section className={classes.preview} aria-label={t('preview.title')}>
      <RefusalNote error={preview.error} />
      {sameNames > 0 && (
        <Alert role="status" color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {t('preview.sameNames', { count: sameNames })}
        </Alert>
      )}
      <IgnoredNotes ignored={preview.data?.ignored ?? []} />
      <DataTable
        label={t('preview.list')}
        columns={columns}
        rows={rows}
        getRowId={({ line }) => line}
        loading={preview.isPending}
        emptyState={
          <EmptyState
            icon={<IconTableImport size={36} />}
            title={t('preview.empty')}
            hint={t('preview.emptyHint')}
          />
        }
      />
    </section>
  );
}

/** Lists the columns that are ignored because the person lacks the permission. */
function IgnoredNotes({ ignored }: { ignored: Ignored }) {
  const { t } = useTranslation('imports');
  const list = new Intl.ListFormat(i18next.language);
  return (['editPrices', 'seeCost', 'moveStock'] as const).map((needs) => {
    const fields = ignored.filter((one) => one.needs === needs).map(({ field }) => t(`fields.${field}`));
    return (
      fields.length > 0 && (
        <Alert key={needs} color="yellow" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {t(`ignored.${needs}`, { fields: list.format(fields) })}
        </Alert>
      )
    );
  });
}
