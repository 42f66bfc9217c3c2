import { Button, Popover, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDatabaseX, IconFileAlert, IconListNumbers, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/lib/store-status';

/** Shows when the program cannot write its log, and what to do about it; hidden otherwise. */
export function LogSign() {
  const { t } = useTranslation('shell');
  const { logFailing } = useStore();
  const texts = { sign: t('log.failing'), title: t('log.title'), hint: t('log.hint'), todo: t('log.todo') };
  return <Sign shown={logFailing} Icon={IconFileAlert} {...texts} />;
}

/** Shows when the store's file is damaged, and what to do about it; hidden otherwise. */
export function DamageSign() {
  const { t } = useTranslation('shell');
  const { damaged } = useStore();
  const texts = {
    sign: t('damage.found'),
    title: t('damage.title'),
    hint: t('damage.hint'),
    todo: t('damage.todo'),
  };
  return <Sign shown={damaged} Icon={IconDatabaseX} {...texts} />;
}

/** Shows document numbers that were issued but are missing in the store, for a week after this was detected. */
export function NumbersSign() {
  const { t } = useTranslation('shell');
  const { lostNumbers } = useStore();
  const ranges = lostNumbers.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)).join(', ');
  const texts = {
    sign: t('numbers.lost'),
    title: t('numbers.title'),
    hint: t('numbers.hint', { ranges }),
    todo: t('numbers.todo'),
  };
  return <Sign shown={lostNumbers.length > 0} Icon={IconListNumbers} {...texts} />;
}

interface Texts {
  sign: string;
  title: string;
  hint: string;
  todo: string;
}

function Sign({ shown, Icon, ...texts }: Texts & { shown: boolean; Icon: TablerIcon }) {
  return (
    <>
      <VisuallyHidden role="status">{shown && `${texts.title}. ${texts.hint}`}</VisuallyHidden>
      {shown && <Explanation Icon={Icon} {...texts} />}
    </>
  );
}

function Explanation({ sign, title, hint, todo, Icon }: Texts & { Icon: TablerIcon }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      width={360}
      shadow="md"
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          color="red"
          variant="light"
          h={44}
          px="sm"
          flex="none"
          leftSection={<Icon size={18} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
          onKeyDown={({ key }) => key === 'Escape' && close()}
        >
          {sign}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fw={650}>{title}</Text>
          <Text>{hint}</Text>
          <Text>{todo}</Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
