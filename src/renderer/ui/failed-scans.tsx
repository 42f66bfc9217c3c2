import { ActionIcon, Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '#renderer/lib/refusal';
import { scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import type { ScannedCode } from '#shared/contract/scanning';

interface FailedScan {
  number: number;
  code: string;
  error: unknown;
}

/** Explains why a scan cannot be used here; its message is shown unchanged. */
export class ScanFailure extends Error {}

const KEPT = 20;

/** The failed scans of a page, newest first. Each plays the failure sound; scanning continues. */
export function useFailedScans() {
  const [failed, setFailed] = useState<readonly FailedScan[]>([]);
  return {
    failed,
    fail: (code: string, error: unknown): void => {
      playFailure();
      setFailed((before) =>
        [{ number: (before[0]?.number ?? 0) + 1, code, error }, ...before].slice(0, KEPT),
      );
    },
    dismiss: (number: number): void => setFailed((before) => before.filter((one) => one.number !== number)),
  };
}

/**
 * Handles each scan of a page, and keeps the failed ones. If `take` returns `asked`, the scan opened a question: it
 * sounds like a failure, because it has had no effect yet.
 */
export function useScanList(take: (scanned: ScannedCode) => Promise<'taken' | 'asked'>) {
  const { failed, fail, dismiss } = useFailedScans();
  useScan(async (scan) => {
    try {
      if ((await take(scannedCodeOf(scan))) === 'asked') playFailure();
      else playSuccess();
    } catch (error) {
      fail(scan.text, error);
    }
  });
  return { failed, dismiss };
}

/** Lists the failed scans, to be read later; renders nothing if there are none. */
export function FailedScans({ failed, dismiss }: ReturnType<typeof useScanList>) {
  const { t } = useTranslation();
  const sentence = useRefusalSentence();
  const inWords = (error: unknown): string =>
    error instanceof ScanFailure ? error.message : sentence(error);
  if (failed.length === 0) return null;
  return (
    <Stack gap="xs" role="log" aria-label={t('failedScans')} mah="11rem" style={{ overflow: 'auto' }}>
      {failed.map(({ number, code, error }) => (
        <Alert key={number} color="red" variant="light" py={6} icon={<IconAlertCircle aria-hidden />}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">
              {!inWords(error).includes(code) && (
                <>
                  <Text span inherit fw={650}>
                    {code}
                  </Text>
                  {': '}
                </>
              )}
              {inWords(error)}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('dismiss')}
              onClick={() => dismiss(number)}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        </Alert>
      ))}
    </Stack>
  );
}
