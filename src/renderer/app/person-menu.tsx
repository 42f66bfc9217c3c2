import { Button, Menu, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import {
  IconChevronDown,
  IconDeviceDesktop,
  IconLock,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconUserCircle,
  IconUserOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lock } from '../lib/lock';
import { useSession, useSignOut } from '../lib/session';

const SCHEMES = [
  { scheme: 'light', icon: IconSun, label: 'person.light' },
  { scheme: 'dark', icon: IconMoon, label: 'person.dark' },
  { scheme: 'auto', icon: IconDeviceDesktop, label: 'person.system' },
] as const;

/** Who is signed in, and what concerns them: profile, appearance, lock, sign out. */
export function PersonMenu() {
  const { t } = useTranslation(['shell', 'common']);
  const { account } = useSession();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = `${account.firstName} ${account.lastName}`.trim();
  const role = t(`common:roles.${account.role}`);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconUserCircle size={24} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {account.firstName}
          <VisuallyHidden>{t('shell:person.menu', { role })}</VisuallyHidden>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name} · {role}
        </Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={18} />}>
          {t('shell:person.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLock size={18} />} rightSection="Ctrl+L" onClick={lock.close}>
          {t('shell:person.lock')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell:person.appearance')}</Menu.Label>
        {SCHEMES.map(({ scheme, icon: Icon, label }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={18} />}
            fw={colorScheme === scheme ? 650 : undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`shell:${label}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
          {t('shell:person.signOut')}
        </Menu.Item>
        <Menu.Item leftSection={<IconUserOff size={18} />} onClick={() => void signOut({ everywhere: true })}>
          {t('shell:person.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
