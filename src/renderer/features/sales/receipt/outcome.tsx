import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { FittedFigure } from '#renderer/ui/fitted-figure';
import classes from './outcome.module.css';

interface OutcomeProps {
  changeMinor: number;
  paidMinor: number;
}

/** The change to hand back, large enough that the customer can read it across the counter. */
export function Outcome({ changeMinor, paidMinor }: OutcomeProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const withChange = changeMinor > 0;
  return (
    <div className={classes.outcome} role="status">
      <span className={classes.label}>{t(withChange ? 'receipt.change' : 'receipt.paid')}</span>
      <FittedFigure className={classes.figure}>
        {format.money(withChange ? changeMinor : paidMinor)}
      </FittedFigure>
    </div>
  );
}
