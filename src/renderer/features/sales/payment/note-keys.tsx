import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { KeyLayer } from '#renderer/lib/keys';
import { KeyButton } from '#renderer/ui/key-button';
import classes from './payment-desk.module.css';
import type { PaymentState } from './tenders';
import { noteKeys } from './tenders';

/** F5 and above belong to the browser or to other actions. */
const KEYS = ['F1', 'F2', 'F3', 'F4'] as const;

interface NoteKeysProps {
  state: PaymentState;
  layer: KeyLayer;
  onTake: (noteMinor: number) => void;
}

/** One key for each amount that a customer is likely to hand over. */
export function NoteKeys({ state, layer, onTake }: NoteKeysProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const notes = noteKeys(state, KEYS.length);
  if (notes.length === 0) return null;
  return (
    <fieldset className={classes.notes}>
      <legend className={classes.legend}>{t('payment.notes')}</legend>
      {notes.map((noteMinor, index) => {
        const keys = KEYS[index];
        return (
          keys && (
            <KeyButton
              key={keys}
              keys={keys}
              layer={layer}
              label={format.money(noteMinor)}
              size="lg"
              px="xs"
              variant="light"
              run={() => onTake(noteMinor)}
            />
          )
        );
      })}
    </fieldset>
  );
}
