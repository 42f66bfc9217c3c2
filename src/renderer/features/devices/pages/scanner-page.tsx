import { Alert, SimpleGrid, Text } from '@mantine/core';
import { IconBarcode, IconClockExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan } from '#renderer/lib/scan/scan-dispatcher';
import { playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { EmptyState } from '#renderer/ui/empty-state';
import { Page } from '#renderer/ui/page';
import { Section } from '#renderer/ui/section';
import { CameraTest } from '../scanner/camera-test';
import { KeysAsTheyCame } from '../scanner/keys-as-they-came';
import { ScanFacts } from '../scanner/scan-facts';
import { type Burst, partlyTypedMs, useStrokes } from '../scanner/use-strokes';

interface Result {
  scan: Scan;
  /** The keys at the time of the scan. */
  burst: Burst;
}

/** Tests a scanner: shows the keys it sends, their timing, and how Tillroom interprets them. */
export function ScannerPage() {
  const { t } = useTranslation('devices');
  const { burst, latest, clear } = useStrokes();
  const [result, setResult] = useState<Result | null>(null);
  // Newer keys replace an older result.
  const shown = result?.burst.number === burst.number ? result : null;
  useScan(
    (scan) => {
      setResult({ scan, burst: latest.current });
      playSuccess();
    },
    { exclusive: true },
  );
  return (
    <Page title={t('scanner.title')}>
      <Text c="dimmed">{t('scanner.hint')}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section title={t('scanner.made')}>
          {shown ? (
            <ScanResult {...shown} />
          ) : (
            <EmptyState
              icon={<IconBarcode size={32} />}
              title={t('scanner.waiting')}
              hint={t('scanner.waitingHint')}
            />
          )}
        </Section>
        <KeysAsTheyCame keys={burst.keys} areScan={shown !== null} onClear={clear} />
        <CameraTest />
      </SimpleGrid>
    </Page>
  );
}

/** A scan, or how long the pause was that cut its code in two. */
function ScanResult({ scan, burst }: Result) {
  const { t } = useTranslation('devices');
  const pauseMs = partlyTypedMs(burst.keys, scan.timing);
  if (pauseMs === null) return <ScanFacts scan={scan} />;
  return (
    <Alert role="status" color="yellow" icon={<IconClockExclamation aria-hidden />}>
      {t('scanner.partlyTyped', { ms: Math.round(pauseMs) })}
    </Alert>
  );
}
