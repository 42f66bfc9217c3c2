import { ActionIcon, Text } from '@mantine/core';
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '#renderer/lib/refusal';
import classes from './transfer-lines.module.css';
import type { ScansOnto } from './use-scans-onto';

interface FailedScansProps {
  scans: ScansOnto;
  /** Returns the focus to the box, because the pressed button disappears with it. */
  toBox: () => void;
}

/** The failed scans, newest first, each until it is dismissed; scanning continues meanwhile. */
export function FailedScans({ scans, toBox }: FailedScansProps) {
  const { t } = useTranslation(['transfers', 'common']);
  const sentence = useRefusalSentence();
  if (scans.failed.length === 0) return null;
  return (
    <ul className={classes.failed} aria-label={t('transfers:document.failed')}>
      {scans.failed.map(({ number, code, error }) => (
        <li key={number} role="alert" className={classes.failure}>
          <IconAlertCircle size={18} aria-hidden />
          <Text span size="sm" flex={1}>
            <b>{code}</b> {sentence(error)}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('common:dismiss')}
            onClick={() => {
              scans.dismiss(number);
              toBox();
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
