import type { TablerIcon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconCalendarDue,
  IconCalendarX,
  IconCoins,
  IconStack2,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { FittedFigure } from '#renderer/ui/fitted-figure';
import type { Outputs } from '#shared/contract/index';
import type { OverviewList } from '#shared/contract/overview';
import classes from './overview.module.css';
import { quantitiesText } from './quantities';

/** The figures of the whole stock; each leads to its list. */
export function OverviewFigures({ figures }: { figures: Outputs['overview']['figures'] | undefined }) {
  const { t } = useTranslation(['overview', 'common']);
  const format = useFormat();
  const count = (value: number | undefined) => (value === undefined ? '' : format.count(value));
  return (
    <div className={classes.frame}>
      <div className={classes.figures}>
        <Figure
          list="categories"
          icon={IconStack2}
          label={t('figures.products')}
          value={count(figures?.products)}
          hint={figures && quantitiesText(figures.quantities, t, format)}
        />
        {figures?.valueMinor !== null && (
          <Figure
            wide
            list="locations"
            icon={IconCoins}
            label={t('figures.value')}
            value={figures?.valueMinor === undefined ? '' : format.money(figures.valueMinor)}
            hint={t('figures.valueHint')}
          />
        )}
        <Figure
          list="low"
          icon={IconAlertTriangle}
          label={t('figures.low')}
          value={count(figures?.low)}
          hint={t('figures.lowHint', { count: figures?.low ?? 0 })}
        />
        <Figure
          list="expiring"
          icon={IconCalendarDue}
          label={t('figures.near')}
          value={count(figures?.nearExpiry)}
          hint={t('figures.nearHint', { count: figures?.nearExpiry ?? 0 })}
        />
        <Figure
          list="expiring"
          icon={IconCalendarX}
          label={t('figures.expired')}
          value={count(figures?.expired)}
          hint={t('figures.expiredHint', { count: figures?.expired ?? 0 })}
        />
      </div>
    </div>
  );
}

interface FigureProps {
  list: OverviewList;
  icon: TablerIcon;
  label: string;
  value: string;
  hint: string | undefined;
  /** Whether it is an amount, which needs more room than a count. */
  wide?: boolean;
}

function Figure({ list, icon: Icon, label, value, hint, wide = false }: FigureProps) {
  return (
    <Link to="/stockroom/overview" search={{ list }} className={classes.figure} data-wide={wide || undefined}>
      <span className={classes.label}>
        <Icon size={20} stroke={1.75} aria-hidden />
        {label}
      </span>
      <FittedFigure className={classes.value}>{value}</FittedFigure>
      <span className={classes.hint}>{hint}</span>
    </Link>
  );
}
