import { IconCheck, IconMinus, IconShieldCheck, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/permissions';
import classes from './permission-grid.module.css';

const ICONS: Record<Grant, TablerIcon> = { yes: IconCheck, approval: IconShieldCheck, no: IconMinus };

/** A grant (yes, no or with approval) as a word and an icon. */
export function GrantMark({ grant }: { grant: Grant }) {
  const { t } = useTranslation('people-accounts');
  const Icon = ICONS[grant];
  return (
    <span className={classes.mark} data-grant={grant}>
      <Icon size={18} aria-hidden />
      {t(`permissions.grants.${grant}`)}
    </span>
  );
}
