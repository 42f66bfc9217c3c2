import { Alert, Button, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_WEDGE_SETTINGS } from '#renderer/lib/scan/wedge-detector';
import { Section } from '#renderer/ui/section';
import classes from './keys-as-they-came.module.css';
import { isTooShort, type TimedKey, tooSlowMs } from './use-strokes';
import { visibleText } from './visible-text';

interface KeysAsTheyCameProps {
  keys: readonly TimedKey[];
  /** Whether these keys, or a part of them, were a scan. */
  areScan: boolean;
  onClear: () => void;
}

/** Lists each key that arrived with the pause before it, to show what a scanner actually sends. */
export function KeysAsTheyCame({ keys, areScan, onClear }: KeysAsTheyCameProps) {
  const { t } = useTranslation('devices');
  const slowMs = areScan ? null : tooSlowMs(keys);
  return (
    <Section
      title={t('scanner.keys')}
      hint={t('scanner.keysHint', { ms: DEFAULT_WEDGE_SETTINGS.maxIntervalMs })}
    >
      {slowMs !== null && (
        <Alert role="status" color="yellow" icon={<IconClockExclamation aria-hidden />}>
          {t('scanner.tooSlow', { ms: Math.round(slowMs) })}
        </Alert>
      )}
      {!areScan && isTooShort(keys) && (
        <Alert role="status" color="yellow" icon={<IconClockExclamation aria-hidden />}>
          {t('scanner.tooShort', { fewest: DEFAULT_WEDGE_SETTINGS.minLength })}
        </Alert>
      )}
      {keys.length === 0 ? (
        <Text c="dimmed">{t('scanner.keysNone')}</Text>
      ) : (
        <>
          <ol className={classes.keys}>
            {keys.map(({ id, key, pauseMs }) => (
              <li key={id} className={classes.key}>
                <span className={classes.name}>{key === ' ' ? '\u2423' : visibleText(key)}</span>
                <span className={classes.pause}>
                  {pauseMs === null ? '\u00a0' : t('scanner.ms', { ms: Math.round(pauseMs) })}
                </span>
              </li>
            ))}
          </ol>
          <Button variant="default" w="fit-content" onClick={onClear}>
            {t('scanner.clear')}
          </Button>
        </>
      )}
    </Section>
  );
}
