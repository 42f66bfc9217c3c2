import { Group, Kbd, Modal, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keysNow, type PageKey } from '../lib/keys';

const FIELDS = 'input, textarea, select, [contenteditable=true]';

/** The keys of the page, on `?`. */
export function KeysOverlay() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ReturnType<typeof keysNow> | null>(null);

  useEffect(() => {
    // A scan never gets here: what arrives is typed.
    const onKeyDown = (event: KeyboardEvent): void => {
      const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      if (event.key !== '?' || event.defaultPrevented || event.ctrlKey || inField) return;
      event.preventDefault();
      setShown((before) => (before ? null : keysNow()));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <Modal opened={shown !== null} onClose={() => setShown(null)} title={t('keys.title')}>
      <Stack>
        {shown && shown.page.length > 0 && <KeyList title={t('keys.thisPage')} keys={shown.page} />}
        {shown && <KeyList title={t('keys.everywhere')} keys={shown.everywhere} />}
        <Text c="dimmed" fz="sm">
          {t('keys.lists')}
        </Text>
      </Stack>
    </Modal>
  );
}

function KeyList({ title, keys }: { title: string; keys: readonly PageKey[] }) {
  return (
    <Stack gap={6}>
      <Title order={3} size="h6">
        {title}
      </Title>
      {keys.map((key) => (
        <Group key={key.keys} justify="space-between" wrap="nowrap">
          <Text c={key.disabled ? 'dimmed' : undefined}>{key.label}</Text>
          <Kbd>{key.keys}</Kbd>
        </Group>
      ))}
    </Stack>
  );
}
