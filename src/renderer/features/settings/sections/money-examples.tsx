import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { roundCash } from '#shared/kernel/cash';
import { formatsOf } from '#shared/kernel/formats';
import { calculateTicket, type TicketLineInput } from '#shared/kernel/ticket';
import classes from '../settings.module.css';
import { useSettingsDesk } from '../settings-context';

/** A price for which rounding once and rounding per line differ at the usual rates. */
const PRICE_MINOR = 199;
const PIECES = 3;
/** An amount that cannot be paid exactly in cash where small coins are not used. */
const TICKET_MINOR = 1298;

/** The tax of a small ticket with the current tax rounding. */
export function TaxExample() {
  const { t } = useTranslation('settings');
  const { values } = useSettingsDesk().draft;
  const format = formatsOf(values);
  const taxRateMilliPercent = values.taxRatesMilliPercent[0] ?? 0;
  const line: TicketLineInput = {
    quantityMilli: 1000,
    unitPriceMinor: PRICE_MINOR,
    standingDiscountMilliPercent: 0,
    lineDiscount: null,
    taxRateMilliPercent,
  };
  const { taxMinor, totalMinor } = calculateTicket(Array(PIECES).fill(line), null, values);
  return (
    <Example
      title={t('money.taxExample', {
        price: format.money(PRICE_MINOR),
        rate: format.rate(taxRateMilliPercent),
      })}
      rows={[
        [t('money.taxOf'), format.money(taxMinor)],
        [t('money.totalOf'), format.money(totalMinor)],
      ]}
    />
  );
}

/** The amounts to pay for the same ticket in cash and by card. */
export function CashExample() {
  const { t } = useTranslation('settings');
  const { values } = useSettingsDesk().draft;
  const format = formatsOf(values);
  return (
    <Example
      title={t('money.cashExample', { total: format.money(TICKET_MINOR) })}
      rows={[
        [t('money.cashPaid'), format.money(roundCash(TICKET_MINOR, values.cashStepMinor))],
        [t('money.cardPaid'), format.money(TICKET_MINOR)],
      ]}
    />
  );
}

function Example({ title, rows }: { title: string; rows: readonly [string, string][] }) {
  const { t } = useTranslation('settings');
  return (
    <div className={classes.example}>
      <Text fz="sm" c="dimmed">
        {t('money.example')}: {title}
      </Text>
      <dl>
        {rows.map(([name, amount]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{amount}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
