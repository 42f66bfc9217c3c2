import { ActionIcon, Badge, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Bell } from '#renderer/features/alerts/bell/bell';
import { usePageKeys } from '#renderer/lib/keys';
import { lock } from '#renderer/lib/lock';
import { useMay } from '#renderer/lib/session';
import { useStore } from '#renderer/lib/store-status';
import { ConnectionSign } from './connection-sign';
import { JobsSign } from './jobs-sign';
import { PersonMenu } from './person-menu';
import classes from './shell.module.css';
import { DamageSign, LogSign, NumbersSign } from './trouble-signs';
import type { Workplace, WorkplaceName } from './workplaces';

interface TopBarProps {
  workplaces: readonly Workplace[];
  here: WorkplaceName | undefined;
  /** Defined where the rail can be hidden. */
  rail: { hidden: boolean; toggle: () => void } | undefined;
}

/** The bar that is always visible: store, workplaces, person, and the state of the store. */
export function TopBar({ workplaces, here, rail }: TopBarProps) {
  const { t } = useTranslation('shell');
  const { name, demo } = useStore();
  const may = useMay();
  const hasBell = may('stockReports') === 'yes' || may('manageAccounts') === 'yes';
  useShellKeys(workplaces);
  return (
    <div className={classes.bar}>
      <div className={classes.store}>
        {rail && (
          <Tooltip label={rail.hidden ? t('railShow') : t('railHide')}>
            <ActionIcon
              color="gray"
              aria-label={rail.hidden ? t('railShow') : t('railHide')}
              aria-expanded={!rail.hidden}
              onClick={rail.toggle}
            >
              {rail.hidden ? <IconLayoutSidebarLeftExpand /> : <IconLayoutSidebarLeftCollapse />}
            </ActionIcon>
          </Tooltip>
        )}
        <span className={classes.storeName} title={name}>
          {name}
        </span>
        {demo && (
          <Badge variant="light" color="yellow" radius="sm" flex="none">
            {t('demo')}
          </Badge>
        )}
      </div>
      <nav className={classes.tabs} aria-label={t('workplaces.label')}>
        {workplaces.map(({ name: workplace, icon: Icon, keys, pages }) => (
          <Tooltip key={workplace} label={keys}>
            <Link
              to={pages[0]?.to ?? '/'}
              className={classes.tab}
              data-here={workplace === here || undefined}
              aria-current={workplace === here ? 'true' : undefined}
            >
              <Icon size={20} stroke={1.75} aria-hidden />
              {t(`workplaces.${workplace}`)}
            </Link>
          </Tooltip>
        ))}
      </nav>
      <div className={classes.right}>
        <ConnectionSign />
        <DamageSign />
        <NumbersSign />
        <LogSign />
        <JobsSign />
        {hasBell && <Bell />}
        <PersonMenu />
      </div>
    </div>
  );
}

/** Ctrl+1 to 3 go to the workplaces, Ctrl+L locks. */
function useShellKeys(workplaces: readonly Workplace[]): void {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const keys = useMemo(
    () => [
      ...workplaces.map(({ name, keys, pages }) => ({
        keys,
        label: t(`keys.${name}`),
        run: () => void navigate({ to: pages[0]?.to ?? '/' }),
      })),
      { keys: 'Ctrl+L' as const, label: t('keys.lock'), run: lock.close, inDialogs: true },
    ],
    [workplaces, t, navigate],
  );
  usePageKeys(keys, 'everywhere');
}
