import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { focusFirstMistake } from '#renderer/ui/first-mistake';
import { KeyButton } from '#renderer/ui/key-button';
import { KeyHint } from '#renderer/ui/key-hint';
import { QuantityField } from '#renderer/ui/quantity-field';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import type { Asked, BatchChoice, Counting, Waiting } from './use-counting';

interface WaitingFormProps {
  waiting: Waiting;
  counting: Counting;
  /** Returns the focus to the box. */
  toBox: () => void;
}

/** Asks for the quantity or the batch before a count is made. */
export function WaitingForm({ waiting, counting, toBox }: WaitingFormProps) {
  const leave = (): void => {
    counting.cancel();
    toBox();
  };
  return (
    <Paper
      withBorder
      p="md"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        leave();
      }}
    >
      {waiting.kind === 'quantity' ? (
        <QuantityForm
          key={waiting.asked.productId}
          asked={waiting.asked}
          counting={counting}
          toBox={toBox}
          leave={leave}
        />
      ) : (
        <BatchForm waiting={waiting} counting={counting} toBox={toBox} leave={leave} />
      )}
    </Paper>
  );
}

interface PartProps {
  counting: Counting;
  toBox: () => void;
  leave: () => void;
}

function QuantityForm({ asked, counting, toBox, leave }: PartProps & { asked: Asked }) {
  const { t } = useTranslation(['stocktakes', 'common']);
  const { quantityMilli, name, batchNumber } = asked;
  /** How the current quantity was refused. */
  const [tried, setTried] = useState<'add' | 'set' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isZeroAdded = tried === 'add' && quantityMilli === 0;
  const count = async (mode: 'add' | 'set'): Promise<void> => {
    if (quantityMilli === null || (mode === 'add' && quantityMilli === 0)) {
      flushSync(() => setTried(mode));
      focusFirstMistake(form.current);
      return;
    }
    await counting.count({ ...asked.request, quantityMilli, mode }, name);
    toBox();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={t('stocktakes:counting.quantityOf', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        void count('add');
      }}
    >
      <Stack gap="sm">
        <div>
          <Title order={2} fz="1.5rem">
            {name}
          </Title>
          {batchNumber !== null && <Text c="dimmed">{t('stocktakes:batch', { number: batchNumber })}</Text>}
        </div>
        <Group align="flex-end" gap="sm">
          <QuantityField
            autoFocus
            size="lg"
            w="10rem"
            label={t('stocktakes:counting.quantity')}
            unit={asked.unit}
            needed={tried !== null}
            error={isZeroAdded && t('common:aboveZero')}
            value={quantityMilli}
            onChange={(milli) => {
              setTried(null);
              counting.setQuantity(milli);
            }}
          />
          <Button type="submit" size="lg" rightSection={<KeyHint keys="Enter" />}>
            {t('stocktakes:counting.addIt')}
          </Button>
          <KeyButton
            size="lg"
            variant="default"
            keys="Ctrl+Enter"
            label={t('stocktakes:counting.setIt')}
            run={() => void count('set')}
          />
          <Button size="lg" variant="subtle" onClick={leave} rightSection={<KeyHint keys="Esc" />}>
            {t('common:cancel')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('stocktakes:counting.quantityHint')}
        </Text>
      </Stack>
    </form>
  );
}

type BatchWaiting = Extract<Waiting, { kind: 'batch' }>;

function BatchForm({ waiting, counting, toBox, leave }: PartProps & { waiting: BatchWaiting }) {
  const { t } = useTranslation(['stocktakes', 'common']);
  const choose = async ({ id }: BatchChoice): Promise<void> => {
    await counting.count({ ...waiting.request, batchId: id }, waiting.name);
    toBox();
  };
  const inStock = waiting.batches.filter(({ isUsedUp }) => !isUsedUp);
  const usedUp = waiting.batches.filter(({ isUsedUp }) => isUsedUp);
  return (
    <Stack gap="sm" role="alert">
      <Title order={2} fz="1.5rem">
        {waiting.name}
      </Title>
      <Text>{t('stocktakes:counting.whichBatch')}</Text>
      <Group gap="sm">
        {inStock.map((batch, index) => (
          <Button
            key={batch.id ?? 0}
            size="lg"
            variant="default"
            autoFocus={index === 0}
            onClick={() => void choose(batch)}
          >
            <BatchWords batch={batch} unit={waiting.unit} />
          </Button>
        ))}
        <Button
          size="lg"
          variant="subtle"
          autoFocus={inStock.length === 0}
          onClick={leave}
          rightSection={<KeyHint keys="Esc" />}
        >
          {t('common:cancel')}
        </Button>
      </Group>
      {usedUp.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('stocktakes:counting.usedUp')}
          </Text>
          <Group gap="sm">
            {usedUp.map((batch) => (
              <Button key={batch.id ?? 0} size="md" variant="subtle" onClick={() => void choose(batch)}>
                <BatchWords batch={batch} unit={waiting.unit} />
              </Button>
            ))}
          </Group>
        </>
      )}
    </Stack>
  );
}

/** A batch to choose: number, expiry, and what is on hand where that may be seen and there is some. */
function BatchWords({ batch, unit }: { batch: BatchChoice; unit: UnitOfMeasure }) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const { number, expiresOn, onHandMilli } = batch;
  return [
    number ?? t('noBatch'),
    expiresOn !== null && t('counting.expires', { day: format.day(expiresOn) }),
    onHandMilli !== null &&
      onHandMilli > 0 &&
      t('counting.here', { quantity: format.quantity(onHandMilli, unit) }),
  ]
    .filter((part) => part !== false)
    .join(', ');
}
