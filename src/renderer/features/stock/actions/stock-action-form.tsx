import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { leavesBy } from '#renderer/ui/escape';
import { KeyHint } from '#renderer/ui/key-hint';
import { QuantityField } from '#renderer/ui/quantity-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { submitByEnter } from '#renderer/ui/submit-by-enter';
import { isMeasured, type UnitOfMeasure } from '#shared/kernel/quantity';
import { ActionFields } from './action-fields';
import {
  type ActionChoices,
  type ActionDraft,
  type Entered,
  type FieldErrors,
  isComplete,
  locationsWithoutStock,
  type Meant,
  missingOf,
  proposalOf,
  type StockAction,
  stockedLocation,
} from './stock-action';
import classes from './stock-action-form.module.css';
import { type StockChange, useStockAction } from './use-stock-action';

interface StockActionFormProps {
  action: StockAction;
  product: { id: number; name: string; unit: UnitOfMeasure };
  choices: ActionChoices;
  meant: Omit<Meant, 'lastLocationId'>;
  /** Held by the caller, so that further scans can add to the quantity and set fields. */
  entered: Entered;
  onEntered: (entered: Entered) => void;
  /** How much of the quantity was counted by scanning; undefined where scans do not count. */
  countedMilli?: number;
  /** Called with a sentence that says what was done. */
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** The text key for what was done; it tells apart stock with and without a batch where the location has both. */
function doneKey({ action, draft }: StockChange, { entries }: ActionChoices) {
  if (action !== 'adjust' && action !== 'waste') return `stock:actions.${action}.done` as const;
  const entry = entries.find(({ id }) => id === draft.entryId);
  if (entry?.batchNumber) return `stock:actions.${action}.doneOfBatch` as const;
  const isOnly = !entries.some(({ id, locationId }) => locationId === entry?.locationId && id !== entry?.id);
  return isOnly
    ? (`stock:actions.${action}.done` as const)
    : (`stock:actions.${action}.doneWithoutBatch` as const);
}

/** Receives, adjusts, writes off, starts, moves, issues or returns stock; Enter submits, Escape leaves. */
export function StockActionForm(props: StockActionFormProps) {
  const { action, product, meant, entered } = props;
  // Stock started by another person meanwhile must not change the proposed location; the store refuses instead.
  const [firstChoices] = useState(props.choices);
  const choices = action === 'opening' ? firstChoices : props.choices;
  const { t } = useTranslation(['stock', 'common']);
  const format = useFormat();
  const titleId = useId();
  const [lastLocationId, rememberLocation] = useLocalStorage<number | undefined>({
    key: 'tillroom.receivingLocation',
    defaultValue: undefined,
    getInitialValueInEffect: false,
  });
  const { quantityMilli, changes } = entered;
  const known = { ...meant, lastLocationId, issueLineId: changes.issueLineId };
  const draft: ActionDraft = { ...proposalOf(action, choices, known), ...changes };
  const doing = useStockAction(({ locationId, partner = '', number = '', batch = '' }, change) => {
    if (action === 'receive') rememberLocation(locationId);
    const location = choices.places.find(({ id }) => id === locationId)?.name ?? '';
    const quantity = format.quantity(change.quantityMilli, product.unit);
    props.onDone(t(doneKey(change, choices), { quantity, location, partner, number, batch }));
  });
  const onHandMilli = choices.entries.find(({ id }) => id === draft.entryId)?.onHandMilli;
  const onEntered = (next: Entered): void => {
    // An error about the old input does not apply to the new input.
    if (doing.isError) doing.reset();
    setTries(0);
    props.onEntered(next);
  };
  /** How often the current input was submitted with something missing. */
  const [tries, setTries] = useState(0);
  const missing = tries > 0 ? missingOf(action, draft, quantityMilli) : [];
  const errors: FieldErrors = Object.fromEntries(
    missing.map((field) => [field, t(`stock:actions.missing.${field}`)]),
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tries]);
  const isNowhere = action === 'opening' && locationsWithoutStock(choices).length === 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (leavesBy(event)) props.onCancel();
  };
  const hand = (): void => {
    if (doing.isPending) return;
    if (quantityMilli !== null && isComplete(action, draft, quantityMilli)) {
      doing.mutate({ action, productId: product.id, draft, quantityMilli });
    } else setTries(tries + 1);
  };
  return (
    <Paper
      component="form"
      ref={form}
      noValidate
      withBorder
      p="md"
      className={classes.form ?? ''}
      aria-labelledby={titleId}
      onKeyDownCapture={submitByEnter}
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
        {isNowhere ? (
          <Text>{t('stock:actions.opening.nowhere')}</Text>
        ) : (
          <Group align="flex-start" gap="sm" className={classes.fields ?? ''}>
            <QuantityField
              autoFocus
              aboveZero={action !== 'adjust'}
              size="md"
              miw="8rem"
              unit={product.unit}
              label={t(`stock:actions.${action}.quantity`)}
              description={
                action === 'adjust' && onHandMilli !== undefined
                  ? t('stock:actions.adjust.before', { quantity: format.quantity(onHandMilli, product.unit) })
                  : undefined
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={quantityMilli}
              error={errors.quantity}
              onChange={(milli) => onEntered({ ...entered, quantityMilli: milli })}
            />
            <ActionFields
              action={action}
              choices={choices}
              unit={product.unit}
              quantityMilli={quantityMilli}
              draft={draft}
              errors={errors}
              alreadyStocked={action === 'opening' ? stockedLocation(choices, known) : undefined}
              onChange={(more) => onEntered({ ...entered, changes: { ...changes, ...more } })}
            />
          </Group>
        )}
        <RefusalNote error={doing.error} onDismiss={doing.reset} />
        <Group justify="flex-end" gap="sm">
          {props.countedMilli !== undefined && !isNowhere && (
            <ScanNote countedMilli={props.countedMilli} unit={product.unit} />
          )}
          <Group gap="sm" wrap="nowrap">
            <Button
              size="md"
              variant="default"
              autoFocus={isNowhere}
              onClick={props.onCancel}
              rightSection={<KeyHint keys="Esc" />}
            >
              {t('common:cancel')}
            </Button>
            {!isNowhere && (
              <Button
                type="submit"
                size="md"
                loading={doing.isPending}
                rightSection={<KeyHint keys="Enter" />}
              >
                {t(`stock:actions.${action}.do`)}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}

/** What scans have added to the quantity so far, or what the next one adds. */
function ScanNote({ countedMilli, unit }: { countedMilli: number; unit: UnitOfMeasure }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const nothingYet = isMeasured(unit) ? t('actions.scanMeasured') : t('actions.scanCounts');
  return (
    <Text size="sm" c="dimmed" flex="1 1 8rem" role="status">
      {countedMilli === 0
        ? nothingYet
        : t('actions.counted', { quantity: format.quantity(countedMilli, unit) })}
    </Text>
  );
}
