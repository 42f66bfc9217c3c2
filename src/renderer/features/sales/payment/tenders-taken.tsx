import { ActionIcon } from '@mantine/core';
import { IconCash, IconCreditCard, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { type KeyLayer, usePageKeys } from '#renderer/lib/keys';
import classes from './payment-desk.module.css';
import type { Tender } from './tenders';

interface TendersTakenProps {
  tenders: readonly Tender[];
  onRemove: (index: number) => void;
  layer: KeyLayer;
}

/** The tenders of a split payment so far; each of them can be removed. */
export function TendersTaken({ tenders, onRemove, layer }: TendersTakenProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  usePageKeys(
    [
      {
        keys: 'Ctrl+Backspace',
        label: t('payment.removeLast'),
        run: () => onRemove(tenders.length - 1),
        disabled: tenders.length === 0,
      },
    ],
    layer,
  );
  if (tenders.length === 0) return null;
  return (
    <ul className={classes.tenders} aria-label={t('payment.tenders')}>
      {tenders.map(({ kind, amountMinor }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: only its position identifies a tender
        <li key={index} className={classes.tender}>
          {kind === 'cash' ? <IconCash size={20} aria-hidden /> : <IconCreditCard size={20} aria-hidden />}
          <span>{t(`payment.kind.${kind}`)}</span>
          <span className={classes.tenderAmount}>{format.money(amountMinor)}</span>
          <ActionIcon
            color="gray"
            aria-label={t('payment.removeTender', {
              kind: t(`payment.kind.${kind}`),
              amount: format.money(amountMinor),
            })}
            onClick={() => onRemove(index)}
          >
            <IconX size={18} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
