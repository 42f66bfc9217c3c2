import { Autocomplete, Fieldset, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { foldedFilter } from '#renderer/ui/folded-filter';
import { MoneyField } from '#renderer/ui/money-field';
import { QuantityField } from '#renderer/ui/quantity-field';
import { RateField } from '#renderer/ui/rate-field';
import { productStatus } from '#shared/contract/catalogue';
import { unitOfMeasure } from '#shared/contract/common';
import { CategorySelect } from '../categories/category-select';
import { BarcodeRows } from './barcode-rows';
import { PictureField } from './picture-field';
import type { NeededField, NumberField, ProductDraft } from './product-draft';

interface ProductFormProps {
  draft: ProductDraft;
  onChange: (draft: ProductDraft) => void;
  /** Called when a number field is typed in, with whether its text can be read. */
  onRead: (field: NumberField, isReadable: boolean) => void;
  /** The required fields that show that they are empty. */
  missing: readonly NeededField[];
  /** The id of the product; null for a new one. */
  ownId: number | null;
  /** Why the SKU was refused. */
  skuError: string | null;
  /** The picture already stored. */
  imageHash: string | null;
}

const TWO = { base: 1, '30rem': 2 };

/** All fields of a product, in the order in which people usually know them. */
export function ProductForm(props: ProductFormProps) {
  const { draft, onChange, onRead, missing, ownId, skuError, imageHash } = props;
  const { t } = useTranslation(['catalogue', 'common']);
  const set = (part: Partial<ProductDraft>): void => onChange({ ...draft, ...part });
  const parts = { draft, set, onRead, missing };
  return (
    <Stack gap="md">
      <TextInput
        data-autofocus
        autoFocus
        required
        label={t('catalogue:product.name')}
        maxLength={200}
        error={missing.includes('name') && t('catalogue:product.nameMissing')}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <BarcodeRows
        rows={draft.barcodes}
        unit={draft.unit}
        ownId={ownId}
        onChange={(barcodes) => set({ barcodes })}
      />
      <PriceFields {...parts} />
      <SimpleGrid type="container" cols={TWO} spacing="sm">
        <CategorySelect
          label={t('catalogue:product.category')}
          noneLabel={t('catalogue:product.noCategory')}
          categoryId={draft.categoryId}
          onPick={(categoryId) => set({ categoryId })}
        />
        <TextInput
          label={t('common:optional', { label: t('catalogue:product.sku') })}
          placeholder={t('catalogue:product.skuHint')}
          maxLength={64}
          error={skuError}
          value={draft.sku}
          onChange={(event) => set({ sku: event.currentTarget.value })}
        />
        <Select
          label={t('catalogue:product.unit')}
          data={unitOfMeasure.options.map((unit) => ({ value: unit, label: t(`common:units.${unit}`) }))}
          value={draft.unit}
          onChange={(unit) => unit && set({ unit })}
        />
        <Select
          label={t('catalogue:product.status')}
          description={t(`catalogue:statusHints.${draft.status}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={productStatus.options.map((status) => ({
            value: status,
            label: t(`catalogue:status.${status}`),
          }))}
          value={draft.status}
          onChange={(status) => status && set({ status })}
        />
      </SimpleGrid>
      <StockFields {...parts} />
      <Textarea
        label={t('common:optional', { label: t('catalogue:product.description') })}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={draft.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <PictureField
        name={draft.name}
        hash={imageHash}
        image={draft.image}
        onChange={(image) => set({ image })}
      />
    </Stack>
  );
}

interface PartProps extends Pick<ProductFormProps, 'draft' | 'onRead' | 'missing'> {
  set: (part: Partial<ProductDraft>) => void;
}

/** Prices can be edited only with the permission; the cost is hidden from people who may not see it. */
function PriceFields({ draft, set, onRead, missing }: PartProps) {
  const { t } = useTranslation(['catalogue', 'common']);
  const may = useMay();
  const mayPrice = may('editPrices') === 'yes';
  const isOnSale = draft.status === 'active' && draft.priceMinor !== null && draft.priceMinor > 0;
  return (
    <Fieldset legend={t('product.prices')} p="sm">
      <SimpleGrid type="container" cols={{ base: 2, '40rem': 4 }} spacing="sm">
        <MoneyField
          required={mayPrice}
          needed={missing.includes('price')}
          disabled={!mayPrice}
          label={t('product.price')}
          value={draft.priceMinor}
          onChange={(priceMinor, isReadable) => {
            onRead('price', isReadable);
            set({ priceMinor });
          }}
        />
        {may('seeCost') === 'yes' && (
          <MoneyField
            disabled={!mayPrice}
            label={t('common:optional', { label: t('product.cost') })}
            value={draft.costMinor}
            onChange={(costMinor, isReadable) => {
              onRead('cost', isReadable);
              set({ costMinor });
            }}
          />
        )}
        <RateField
          required
          needed={missing.includes('taxRate')}
          label={t('product.taxRate')}
          value={draft.taxRateMilliPercent}
          onChange={(taxRateMilliPercent, isReadable) => {
            onRead('taxRate', isReadable);
            set({ taxRateMilliPercent });
          }}
        />
        <RateField
          disabled={!mayPrice}
          label={t('product.discount')}
          value={draft.discountMilliPercent}
          onChange={(discountMilliPercent, isReadable) => {
            onRead('discount', isReadable);
            set({ discountMilliPercent });
          }}
        />
      </SimpleGrid>
      {!mayPrice && (
        <Text size="sm" c="dimmed" mt="xs">
          {t(isOnSale ? 'product.pricedByOthers' : 'product.unpriced')}
        </Text>
      )}
    </Fieldset>
  );
}

function StockFields({ draft, set, onRead }: PartProps) {
  const { t } = useTranslation(['catalogue', 'common']);
  const { data: suppliers } = useQuery(orpc.catalogue.supplierNames.queryOptions());
  return (
    <Fieldset legend={t('product.restocking')} p="sm">
      <SimpleGrid type="container" cols={TWO} spacing="sm">
        <QuantityField
          unit={draft.unit}
          label={t('common:optional', { label: t('product.threshold') })}
          placeholder={t('product.noThreshold')}
          value={draft.thresholdMilli}
          onChange={(thresholdMilli, isReadable) => {
            onRead('threshold', isReadable);
            set({ thresholdMilli });
          }}
        />
        <QuantityField
          unit={draft.unit}
          label={t('common:optional', { label: t('product.reorder') })}
          value={draft.reorderMilli}
          onChange={(reorderMilli, isReadable) => {
            onRead('reorder', isReadable);
            set({ reorderMilli });
          }}
        />
        <Autocomplete
          filter={foldedFilter}
          label={t('common:optional', { label: t('product.supplier') })}
          maxLength={200}
          data={suppliers ?? []}
          limit={20}
          value={draft.preferredSupplier}
          onChange={(preferredSupplier) => set({ preferredSupplier })}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
