import { Button, Kbd } from '@mantine/core';
import { IconCash, IconCreditCard } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { KeyLayer } from '#renderer/lib/keys';
import { confirm } from '#renderer/ui/confirm';
import { KeyButton } from '#renderer/ui/key-button';
import { MoneyField, useMoneyNotation } from '#renderer/ui/money-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { AmountDue } from './amount-due';
import { NoteKeys } from './note-keys';
import classes from './payment-desk.module.css';
import { type TenderKind, whyNoCard } from './tenders';
import { TendersTaken } from './tenders-taken';
import { type Payable, usePayment } from './use-payment';

interface PaymentDeskProps {
  payable: Payable;
  layer: KeyLayer;
}

/**
 * Takes the payment in as many parts as needed: shows the amount due, keys for likely notes, a free amount and card.
 * Keys work at once, even while the amount due is still being calculated, because a cashier who knows the price
 * types faster than that.
 */
export function PaymentDesk({ payable, layer }: PaymentDeskProps) {
  const { t } = useTranslation(['sales', 'common']);
  const format = useFormat();
  const payment = usePayment(payable);
  const field = useRef<HTMLInputElement>(null);
  const notation = useMoneyNotation();
  const problemOf = (text: string): string =>
    notation.parse(text) === null ? notation.complaint(text) : t('common:aboveZero');
  const [complaint, setComplaint] = useState<string | null>(null);
  const { state, typedState, typedMinor, tenders, doubt } = payment;
  const cashMinor = typedMinor ?? state?.cashRemainingMinor;
  const cardMinor = typedMinor ?? state?.cardRemainingMinor;
  useEffect(() => {
    if (doubt === null) return;
    field.current?.focus();
    field.current?.select();
  }, [doubt]);
  const cardReasonId = useId();
  const cardReason = state ? whyNoCard(state, typedMinor) : null;
  const take = (kind: TenderKind, amountMinor?: number): void => {
    // Unreadable input is not empty input: taking the full amount due for it would be a guess.
    const text = field.current?.value.trim() ?? '';
    const isUnreadable = amountMinor === undefined && typedMinor === null && text !== '';
    setComplaint(isUnreadable ? t('payment.unreadable', { problem: problemOf(text) }) : null);
    if (!isUnreadable) payment.take(kind, amountMinor);
  };
  const remove = async (index: number): Promise<void> => {
    const tender = tenders[index];
    if (tender === undefined) return;
    if (tender.kind === 'card') {
      const card = format.money(tender.amountMinor);
      const isCancelled = await confirm({
        title: t('payment.removeCard.title', { card }),
        consequence: t('payment.removeCard.first', { card }),
        confirmLabel: t('payment.leave.confirm.card'),
        cancelLabel: t('payment.leave.stay'),
        keepsByEnter: true,
      });
      if (!isCancelled) return;
    }
    payment.remove(index);
  };
  const question =
    doubt &&
    t('payment.largeChange', {
      change: format.money(doubt.changeMinor),
      amount: format.money(doubt.amountMinor),
    });
  return (
    <form
      className={classes.desk}
      onKeyDownCapture={(event) => {
        // A key that is held down must not confirm the question that it caused.
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        take('cash');
      }}
    >
      <AmountDue state={state} partly={tenders.length > 0} changeMinor={typedState?.changeMinor ?? 0} />
      <TendersTaken tenders={tenders} onRemove={(index) => void remove(index)} layer={layer} />
      <MoneyField
        // A new key after each tender empties the field for the next one.
        key={tenders.length}
        ref={field}
        autoFocus
        data-autofocus
        aboveZero
        error={complaint ?? (question && <span role="alert">{question}</span>)}
        size="xl"
        label={t('payment.amount')}
        placeholder={t('payment.amountHint')}
        value={typedMinor}
        onBlocked={() => take('cash')}
        onChange={(minor) => {
          setComplaint(null);
          payment.setTypedMinor(minor);
        }}
      />
      <RefusalNote error={payment.error} />
      <div className={classes.ways}>
        <Button
          type="submit"
          size="lg"
          loading={payment.isPending}
          leftSection={<IconCash size={24} />}
          rightSection={<Kbd aria-hidden>{t('payment.enter')}</Kbd>}
        >
          {cashMinor === undefined
            ? t('payment.cash')
            : t('payment.cashAmount', { amount: format.money(cashMinor) })}
        </Button>
        <KeyButton
          keys="F6"
          layer={layer}
          label={
            cardMinor === undefined
              ? t('payment.card')
              : t('payment.cardAmount', { amount: format.money(cardMinor) })
          }
          icon={<IconCreditCard size={24} />}
          size="lg"
          variant="default"
          disabled={payment.isPending || cardReason !== null}
          aria-describedby={cardReason === null ? undefined : cardReasonId}
          run={() => take('card')}
        />
        <span id={cardReasonId} className={classes.reason} role="status">
          {state &&
            cardReason !== null &&
            t(`payment.${cardReason}`, { due: format.money(state.cardRemainingMinor) })}
        </span>
      </div>
      {state && <NoteKeys state={state} layer={layer} onTake={(noteMinor) => take('cash', noteMinor)} />}
    </form>
  );
}
