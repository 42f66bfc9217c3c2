import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import type { LabelsSearch } from '#renderer/ui/labels-link';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { PrintSheet } from '#renderer/ui/print-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { LabelRef } from '#shared/contract/labels';
import { LabelsDesk } from '../labels-desk';

/** Labels for the items given in the address, and for items scanned or found on the page. */
export function LabelsPage() {
  const { t } = useTranslation('labels');
  const search = useSearch({ from: '/stockroom/labels' });
  const { data, error } = useQuery(
    orpc.labels.items.queryOptions({
      input: { refs: refsOf(search), categoryId: search.category },
      // The list is edited on this page, so its initial items are not reloaded.
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (!data) {
    return (
      <Page title={t('title')}>
        <RefusalNote error={error} />
        {!error && <LateLoader />}
      </Page>
    );
  }
  return (
    <PrintSheet>
      <LabelsDesk key={JSON.stringify(search)} first={data.rows} isCut={data.more} />
    </PrintSheet>
  );
}

function refsOf({ products = [], batch, location }: LabelsSearch): LabelRef[] {
  return [
    ...products.map((id) => ({ of: 'product' as const, id })),
    ...(batch === undefined ? [] : [{ of: 'batch' as const, id: batch }]),
    ...(location === undefined ? [] : [{ of: 'location' as const, id: location }]),
  ];
}
