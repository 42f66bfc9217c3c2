import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { FittedFigure } from '#renderer/ui/fitted-figure';
import classes from './payment-desk.module.css';
import type { PaymentState } from './tenders';

interface AmountDueProps {
  /** Undefined until it is calculated; its space is reserved. */
  state: PaymentState | undefined;
  /** Whether a part was already paid. */
  partly: boolean;
  /** The change for the typed amount. */
  changeMinor: number;
}

/** The amount still due in large figures, the rounded cash amount where it differs, and the change. */
export function AmountDue({ state, partly, changeMinor }: AmountDueProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const roundingMinor = state ? state.cashRemainingMinor - state.remainingMinor : 0;
  return (
    <div className={classes.due} aria-live="polite">
      <span className={classes.label}>{t(partly ? 'payment.remaining' : 'payment.due')}</span>
      <FittedFigure className={classes.dueFigure}>
        {state ? format.money(state.remainingMinor) : '\u00a0'}
      </FittedFigure>
      <span className={classes.rounding}>
        {state &&
          roundingMinor !== 0 &&
          t('payment.inCash', {
            amount: format.money(state.cashRemainingMinor),
            rounding: format.money(roundingMinor),
          })}
      </span>
      <span className={classes.label}>{changeMinor > 0 && t('payment.change')}</span>
      <FittedFigure className={classes.changeFigure}>
        {changeMinor > 0 ? format.money(changeMinor) : ''}
      </FittedFigure>
    </div>
  );
}
