import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageKeys } from '#renderer/lib/keys';
import { playFailure } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { ConnectionSign } from './connection-sign';
import { LockOthers } from './lock-others';
import { LockOwn } from './lock-own';
import classes from './lock-screen.module.css';

const NO_KEYS: never[] = [];

/** Whether an element is part of the lock screen, not of the covered content. */
export function isOfLockScreen(element: Element): boolean {
  return element.closest(`.${classes.cover}`) !== null;
}

/**
 * Covers everything until the signed-in person unlocks it or another person takes over the till; scans are refused.
 * @param confirmed whether the store has locked the session, so that it can be unlocked
 */
export function LockScreen({ confirmed }: { confirmed: boolean }) {
  const { t } = useTranslation('shell');
  const [isForOthers, setForOthers] = useState(false);
  useScan(playFailure, { exclusive: true });
  usePageKeys(NO_KEYS, 'lock');
  useDialogsAtRest();
  return (
    <div role="dialog" aria-modal="true" aria-labelledby="lock-title" className={classes.cover}>
      <Paper withBorder radius="lg" p="xl" maw="100%">
        <Stack gap="sm">
          <Group justify="space-between" mih="2rem">
            <Group gap={8} c="dimmed">
              <IconLock size={20} aria-hidden />
              <Text fw={600}>{t('lock.title')}</Text>
            </Group>
            <ConnectionSign />
          </Group>
          {isForOthers ? (
            <LockOthers onBack={() => setForOthers(false)} />
          ) : (
            <LockOwn confirmed={confirmed} onSomeoneElse={() => setForOthers(true)} />
          )}
        </Stack>
      </Paper>
    </div>
  );
}

/** Makes dialogs inert while the window is locked, new ones too, because they are rendered outside the app. */
function useDialogsAtRest(): void {
  useEffect(() => {
    const resting = new Set<HTMLElement>();
    const rest = (): void => {
      for (const element of document.body.children) {
        if (!(element instanceof HTMLElement) || element.id === 'root' || element.inert) continue;
        element.inert = true;
        resting.add(element);
      }
    };
    rest();
    const observer = new MutationObserver(rest);
    observer.observe(document.body, { childList: true });
    return () => {
      observer.disconnect();
      for (const element of resting) element.inert = false;
    };
  }, []);
}
