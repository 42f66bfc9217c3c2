import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Location, StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { leavesBy } from '../../../components/escape';
import { KeyHint } from '../../../components/key-hint';
import { QuantityField } from '../../../components/quantity-field';
import { RefusalNote } from '../../../components/refusal-note';
import { useFormat } from '../../../lib/format';
import { EntryFields } from './entry-fields';
import { PlaceFields } from './place-fields';
import { firstDraft, isComplete, isOfEntry, placesToBegin, type StockAction } from './stock-action';
import { useStockAction } from './use-stock-action';

export interface StockActionFormProps {
  action: StockAction;
  product: { id: number; name: string; unit: UnitOfMeasure };
  /** Where the product lies already. */
  entries: readonly StockEntry[];
  places: readonly Location[];
  /** The entry that is meant, where one was chosen. */
  entryId?: number | undefined;
  /** Held outside, so that scanning on can count. */
  quantityMilli: number | null;
  onQuantity: (milli: number | null) => void;
  /** Whether each scan of the product adds to the quantity. */
  scansCount?: boolean;
  /** Called with what was done, in a sentence. */
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** Receives, adjusts, throws away or begins stock: the quantity first, Enter does it, Escape leaves. */
export function StockActionForm(props: StockActionFormProps) {
  const { action, product, entries, places, quantityMilli } = props;
  const { t } = useTranslation(['stock', 'common']);
  const format = useFormat();
  const titleId = useId();
  const [lastPlace, rememberPlace] = useLocalStorage<number | undefined>({
    key: 'tillroom.receivingLocation',
    defaultValue: undefined,
    getInitialValueInEffect: false,
  });
  const choices = action === 'begin' ? placesToBegin(entries, places) : places;
  const [draft, setDraft] = useState(() =>
    firstDraft(entries, choices, { entryId: props.entryId, locationId: lastPlace }),
  );
  const doing = useStockAction((entry, entered) => {
    if (!isOfEntry(entered.action)) rememberPlace(entry.locationId);
    props.onDone(
      t(`stock:actions.${action}.done`, {
        quantity: format.quantity(entered.quantityMilli, product.unit),
        location: entry.locationName,
      }),
    );
  });
  const entry = entries.find(({ id }) => id === draft.entryId);
  const complete = isComplete(action, draft, quantityMilli);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (leavesBy(event)) props.onCancel();
  };
  const hand = (): void => {
    if (complete && quantityMilli !== null && !doing.isPending) {
      doing.mutate({ action, productId: product.id, draft, quantityMilli });
    }
  };
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        hand();
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h5" id={titleId}>
          {t(`stock:actions.${action}.title`)}
        </Title>
        <Group align="flex-start" gap="sm" grow preventGrowOverflow={false}>
          <QuantityField
            autoFocus
            size="md"
            miw="8rem"
            unit={product.unit}
            label={t(`stock:actions.${action}.quantity`)}
            description={
              action === 'adjust' && entry
                ? t('stock:actions.adjust.before', {
                    quantity: format.quantity(entry.onHandMilli, product.unit),
                  })
                : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={quantityMilli}
            onChange={props.onQuantity}
          />
          {isOfEntry(action) ? (
            <EntryFields
              action={action}
              entries={entries}
              unit={product.unit}
              draft={draft}
              onChange={setDraft}
            />
          ) : (
            <PlaceFields action={action} places={choices} draft={draft} onChange={setDraft} />
          )}
        </Group>
        <RefusalNote error={doing.error} onDismiss={doing.reset} />
        <Group justify="flex-end" gap="sm">
          {props.scansCount && (action === 'receive' || action === 'waste') && (
            <Text size="sm" c="dimmed" flex={1}>
              {t('stock:actions.scanCounts')}
            </Text>
          )}
          <Button variant="default" onClick={props.onCancel} rightSection={<KeyHint keys="Esc" />}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            disabled={!complete}
            loading={doing.isPending}
            rightSection={<KeyHint keys="Enter" />}
          >
            {t(`stock:actions.${action}.do`)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
