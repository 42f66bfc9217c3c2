import { ActionIcon, Indicator, Menu, Tooltip } from '@mantine/core';
import { IconBell, IconChecks, IconList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { keyCap, usePageKeys } from '#renderer/lib/keys';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { useStore } from '#renderer/lib/store-status';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Alert } from '#shared/contract/alerts';
import { useMarkSeen } from '../queries';
import classes from './bell.module.css';
import { BellAlert } from './bell-alert';
import { NotifyItem } from './notify-item';
import { SignInAlerts } from './sign-in-alerts';
import { useAlertNotices } from './use-alert-notices';

const BELL_KEYS = 'Ctrl+K';
/** Higher counts are shown as "99+". */
const MOST_SHOWN = 99;

/**
 * The bell: the number of unseen alerts, the alerts about wrong PINs and passwords, the newest stock alerts, and a
 * link to the rest.
 */
export function Bell() {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const navigate = useNavigate();
  const { entry } = useStore();
  const [opened, setOpened] = useState(false);
  const may = useMay();
  const seesStock = may('stockReports') === 'yes';
  const stock = useQuery(orpc.alerts.unread.queryOptions({ enabled: seesStock }));
  const signIns = useQuery(
    orpc.people.listSignInAlerts.queryOptions({ enabled: may('manageAccounts') === 'yes' }),
  );
  const { data } = stock;
  const marking = useMarkSeen();
  usePageKeys([{ keys: BELL_KEYS, label: t('bell.key'), run: () => setOpened(true) }], 'everywhere');

  const lead = ({ id, productId, isUnread }: Alert): void => {
    if (isUnread) marking.mutate({ ids: [id] });
    void navigate({ to: '/stockroom', search: { product: productId } });
  };
  useAlertNotices(entry === 'browser' ? data?.newest : undefined, lead);

  const unread = data?.unread ?? 0;
  const count = unread + (signIns.data?.length ?? 0);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(30rem, 100vw - 2rem)"
      returnFocus
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Tooltip label={t('bell.hint', { key: keyCap(BELL_KEYS) })} disabled={opened}>
          <Indicator
            disabled={count === 0}
            label={count > MOST_SHOWN ? `${format.count(MOST_SHOWN)}+` : format.count(count)}
            color="red"
            size={18}
            offset={11}
          >
            <ActionIcon
              color="gray"
              size={44}
              aria-label={t('bell.label', { count })}
              aria-keyshortcuts={BELL_KEYS.replace('Ctrl', 'Control')}
              aria-haspopup="menu"
              aria-expanded={opened}
              onClick={() => setOpened((before) => !before)}
            >
              <IconBell stroke={1.75} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <div className={classes.list}>
          <RefusalNote error={stock.error ?? signIns.error ?? marking.error} />
          <SignInAlerts alerts={signIns.data ?? []} />
          {data?.newest.length === 0 && <Menu.Label>{t('bell.none')}</Menu.Label>}
          {data?.newest.map((alert) => (
            <BellAlert key={alert.id} alert={alert} onOpen={() => lead(alert)} />
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/stockroom/alerts" leftSection={<IconList size={18} />}>
          {t('bell.all')}
        </Menu.Item>
        <Menu.Item
          disabled={unread === 0}
          closeMenuOnClick={false}
          leftSection={<IconChecks size={18} />}
          onClick={() => marking.mutate({ ids: 'all' })}
        >
          {t('bell.markAll')}
        </Menu.Item>
        <NotifyItem />
      </Menu.Dropdown>
    </Menu>
  );
}
