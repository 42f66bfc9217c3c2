import { Button, Popover, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../lib/store-status';

/** Says when the program cannot write its log, and what to do about it; silent while it can. */
export function LogSign() {
  const { t } = useTranslation('shell');
  const { logFailing } = useStore();
  return (
    <>
      <VisuallyHidden role="status">{logFailing && `${t('log.title')}. ${t('log.hint')}`}</VisuallyHidden>
      {logFailing && <Explanation />}
    </>
  );
}

function Explanation() {
  const { t } = useTranslation('shell');
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
          leftSection={<IconFileAlert size={18} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
          onKeyDown={({ key }) => key === 'Escape' && close()}
        >
          {t('log.failing')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fw={650}>{t('log.title')}</Text>
          <Text>{t('log.hint')}</Text>
          <Text>{t('log.todo')}</Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
