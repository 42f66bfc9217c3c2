import { Alert, Select, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { FormDialog } from '#renderer/ui/form-dialog';
import { RateField } from '#renderer/ui/rate-field';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { ProductRow } from '#shared/contract/catalogue';
import { MOST_RAISE_MILLI_PERCENT, productStatus } from '#shared/contract/catalogue';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import { CategorySelect } from '../categories/category-select';
import { type BulkDraft, bulkChange, examplePrice } from './bulk-draft';

interface ChangeSeveralDialogProps {
  ids: ReadonlySet<number>;
  /** One of the products, to show its new price as an example. */
  example: ProductRow | undefined;
  onDone: (changed: number) => void;
  onClose: () => void;
}

/** Changes one field of all selected products, and explains the effect first. */
export function ChangeSeveralDialog({ ids, example, onDone, onClose }: ChangeSeveralDialogProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const mayPrice = useMay()('editPrices') === 'yes';
  const [draft, setDraft] = useState<BulkDraft>({
    what: null,
    categoryId: null,
    status: 'active',
    taxRateMilliPercent: null,
    raiseMilliPercent: null,
  });
  const change = bulkChange(draft);
  const changing = useMutation({
    mutationFn: async () => change && rpc.catalogue.changeProducts({ ids: [...ids], change }),
    onSuccess: (answer) => answer && onDone(answer.changed),
  });
  const kinds = (['category', 'status', 'taxRate', 'pricePercent'] as const).filter(
    (what) => mayPrice || what !== 'pricePercent',
  );
  const percent = draft.what === 'pricePercent' ? draft.raiseMilliPercent : null;
  const [saysMissing, submit] = useCompleteSubmit(change !== null);
  return (
    <FormDialog
      title={t('several.title', { count: ids.size })}
      submitLabel={t('several.do', { count: ids.size })}
      busy={changing.isPending}
      error={changing.error}
      onSubmit={() => submit(() => changing.mutate())}
      onClose={onClose}
    >
      <Select
        data-autofocus
        label={t('several.what')}
        placeholder={t('several.choose')}
        error={saysMissing && draft.what === null && t('several.whatMissing')}
        data={kinds.map((what) => ({ value: what, label: t(`several.kind.${what}`) }))}
        value={draft.what}
        onChange={(what) => what && setDraft({ ...draft, what })}
      />
      {draft.what === 'category' && (
        <CategorySelect
          label={t('several.toCategory')}
          noneLabel={t('product.noCategory')}
          categoryId={draft.categoryId}
          onPick={(categoryId) => setDraft({ ...draft, categoryId })}
        />
      )}
      {draft.what === 'status' && (
        <Select
          label={t('several.toStatus')}
          data={productStatus.options.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          value={draft.status}
          onChange={(status) => status && setDraft({ ...draft, status })}
        />
      )}
      {draft.what === 'taxRate' && (
        <RateField
          needed={saysMissing}
          label={t('several.toTaxRate')}
          value={draft.taxRateMilliPercent}
          onChange={(taxRateMilliPercent) => setDraft({ ...draft, taxRateMilliPercent })}
        />
      )}
      {draft.what === 'pricePercent' && (
        <RateField
          needed={saysMissing}
          label={t('several.byPercent')}
          description={t('several.byPercentHint')}
          error={saysMissing && draft.raiseMilliPercent === 0 && t('several.noRaise')}
          atLeastMilliPercent={-FULL_MILLI_PERCENT}
          atMostMilliPercent={MOST_RAISE_MILLI_PERCENT}
          value={draft.raiseMilliPercent}
          onChange={(raiseMilliPercent) => setDraft({ ...draft, raiseMilliPercent })}
        />
      )}
      {percent !== null && percent !== 0 && (
        <Alert color="yellow" variant="light" icon={<IconInfoCircle aria-hidden />}>
          <Text inherit>
            {t(percent > 0 ? 'several.raise' : 'several.lower', {
              count: ids.size,
              rate: format.rate(Math.abs(percent)),
            })}
          </Text>
          {example && (
            <Text inherit>
              {t('several.example', {
                name: example.name,
                before: format.money(example.priceMinor),
                after: format.money(examplePrice(example.priceMinor, percent)),
              })}
            </Text>
          )}
        </Alert>
      )}
    </FormDialog>
  );
}
