import { Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaitingBox, keyCap, keysNow, type PageKey } from '#renderer/lib/keys';
import { DialogFrame } from '#renderer/ui/dialog-frame';

const FIELDS = 'input, textarea, select, [contenteditable=true]';

/** Shows the keys of the page on `?`. */
export function KeysOverlay() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ReturnType<typeof keysNow> | null>(null);

  useEffect(() => {
    // A scan never gets here, so every key that arrives was typed.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.defaultPrevented || event.ctrlKey || isTyping(event.target)) return;
      event.preventDefault();
      setShown((before) => (before ? null : keysNow()));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  if (!shown) return null;
  return (
    <DialogFrame onClose={() => setShown(null)} title={t('keys.title')}>
      <Stack>
        {shown.page.length > 0 && <KeyList title={t('keys.thisPage')} keys={shown.page} />}
        <KeyList title={t('keys.everywhere')} keys={shown.everywhere} />
        <Text c="dimmed" fz="sm">
          {t('keys.lists')}
        </Text>
      </Stack>
    </DialogFrame>
  );
}

/** The till's search box always has the focus, so it counts as typing only while it has text. */
function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest(FIELDS) : null;
  return field !== null && !isWaitingBox(field);
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
          <Kbd>{keyCap(key.keys)}</Kbd>
        </Group>
      ))}
    </Stack>
  );
}
