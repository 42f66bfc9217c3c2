import { SimpleGrid, Text } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
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

/** Tests a scanner: shows the keys it sends, their timing, and how Tillroom interprets them. */
export function ScannerPage() {
  const { t } = useTranslation('devices');
  const [scan, setScan] = useState<Scan | null>(null);
  useScan(
    (scanned) => {
      setScan(scanned);
      playSuccess();
    },
    { exclusive: true },
  );
  return (
    <Page title={t('scanner.title')}>
      <Text c="dimmed">{t('scanner.hint')}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section title={t('scanner.made')}>
          {scan ? (
            <ScanFacts scan={scan} />
          ) : (
            <EmptyState
              icon={<IconBarcode size={32} />}
              title={t('scanner.waiting')}
              hint={t('scanner.waitingHint')}
            />
          )}
        </Section>
        <KeysAsTheyCame />
        <CameraTest />
      </SimpleGrid>
    </Page>
  );
}
