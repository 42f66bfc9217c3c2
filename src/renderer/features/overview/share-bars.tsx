import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import classes from './overview.module.css';

/** A part of the whole: what it is worth, or how many products it has where values are not to be seen. */
export interface Part {
  key: string;
  name: string;
  products: number;
  valueMinor: number | null;
  open: () => void;
}

const SHOWN_AT_MOST = 6;

/** The largest parts as bars, each leading to what lies behind it. */
export function ShareBars({ label, parts }: { label: string; parts: readonly Part[] }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const sizeOf = ({ valueMinor, products }: Part): number => valueMinor ?? products;
  const largest = parts
    .toSorted((one, other) => sizeOf(other) - sizeOf(one))
    .slice(0, SHOWN_AT_MOST)
    .filter((part) => sizeOf(part) > 0);
  const most = largest[0] ? sizeOf(largest[0]) : 1;
  if (largest.length < 2) return null;
  return (
    <ul className={classes.bars} aria-label={label}>
      {largest.map((part) => (
        <li key={part.key}>
          <UnstyledButton className={classes.bar} onClick={part.open}>
            <span className={classes.barName}>{part.name}</span>
            <span className={classes.barTrack} aria-hidden>
              <span
                className={classes.barFill}
                style={{ display: 'block', width: `${(sizeOf(part) / most) * 100}%` }}
              />
            </span>
            <span className={classes.barValue}>
              {part.valueMinor === null
                ? t('productCount', { count: part.products })
                : format.money(part.valueMinor)}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
