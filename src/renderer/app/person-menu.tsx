import { Button, type MantineColorScheme, Menu, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import {
  IconChevronDown,
  IconInfoCircle,
  IconLock,
  IconLogout,
  IconUser,
  IconUserCircle,
  IconUserOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lock } from '#renderer/lib/lock';
import { useSession, useSignOut } from '#renderer/lib/session';
import { TEXT_SIZES, textSize, useTextSize } from '#renderer/lib/text-size';
import { useSignOutEverywhere } from '#renderer/parts/use-sign-out-everywhere';

const SCHEMES = ['light', 'dark', 'auto'] as const satisfies MantineColorScheme[];

/** The signed-in person's menu: profile, appearance, lock, sign out. */
export function PersonMenu() {
  const { t } = useTranslation(['shell', 'common']);
  const { account } = useSession();
  const signOut = useSignOut();
  const signOutEverywhere = useSignOutEverywhere();
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
        <Appearance />
        <Menu.Divider />
        <Menu.Item component={Link} to="/about" leftSection={<IconInfoCircle size={18} />}>
          {t('shell:about.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
          {t('shell:person.signOut')}
        </Menu.Item>
        <Menu.Item leftSection={<IconUserOff size={18} />} onClick={() => void signOutEverywhere()}>
          {t('shell:person.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The colour scheme and the text size, stored on this machine. */
function Appearance() {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const size = useTextSize();
  return (
    <>
      <Menu.Label>{t('person.appearance')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
      >
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`person.schemes.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('person.textSize')}</Menu.Label>
      <Menu.RadioGroup value={String(size)} onChange={(chosen) => textSize.set(Number(chosen))}>
        {TEXT_SIZES.map((one) => (
          <Menu.RadioItem key={one} value={String(one)}>
            {t(`person.textSizes.${one}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
