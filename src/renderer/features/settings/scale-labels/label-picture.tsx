import { useTranslation } from 'react-i18next';
import type { ScaleLayoutDraft } from '../problems';
import classes from './scale-labels.module.css';

type PartName = 'prefix' | 'item' | 'verifier' | 'weight' | 'price' | 'check';

const MOST_DIGITS = 24;

/** The digits of a label divided by its layout, with the meaning below each part. */
export function LabelPicture({ layout }: { layout: ScaleLayoutDraft }) {
  const { t } = useTranslation('settings');
  const parts = partsOf(layout);
  const count = parts.reduce((sum, { digits }) => sum + digits.replace(/\D/g, '').length, 0);
  return (
    <figure className={classes.picture} aria-label={t('labels.picture', { name: layout.name, count })}>
      {parts.map(({ name, digits }) => (
        <span key={name} className={classes.part} data-part={name}>
          <span className={classes.digits}>{digits}</span>
          <span className={classes.partName}>{t(`labels.parts.${name}`)}</span>
        </span>
      ))}
      <span className={classes.count}>{t('labels.length', { count })}</span>
    </figure>
  );
}

/** Sample digits of each part; the point in the value only marks where the decimals start. */
function partsOf(layout: ScaleLayoutDraft): { name: PartName; digits: string }[] {
  const { prefix, itemDigits, verifierDigit, valueDigits, valueDecimals, value } = layout;
  const whole = sample('00', valueDigits);
  const point = whole.length - (Number.isNaN(valueDecimals) ? 0 : valueDecimals);
  const shown = point > 0 && point < whole.length ? `${whole.slice(0, point)}.${whole.slice(point)}` : whole;
  const parts: { name: PartName; digits: string }[] = [
    { name: 'prefix', digits: prefix },
    { name: 'item', digits: sample('', itemDigits) },
    ...(verifierDigit ? [{ name: 'verifier' as const, digits: '0' }] : []),
    { name: value, digits: shown },
    { name: 'check', digits: '9' },
  ];
  return parts.filter(({ digits }) => digits !== '');
}

function sample(lead: string, length: number): string {
  const wanted = Number.isNaN(length) ? 0 : Math.min(length, MOST_DIGITS);
  return `${lead}${'123456789'.repeat(3)}`.slice(0, wanted);
}
