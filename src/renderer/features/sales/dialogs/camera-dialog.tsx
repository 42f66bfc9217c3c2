import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import { CameraScanner } from '#renderer/ui/camera-scanner';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { useTill } from '../till/till-context';

/** Scans codes with the camera until it is closed; shows the line changed by the last scan. */
export function CameraDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const { ticket, changed } = useTill();
  const [before] = useState(changed);
  const last = changed !== before && ticket?.lines.find(({ id }) => id === changed?.lineId);
  return (
    <DialogFrame onClose={onClose} title={t('dialogs.camera.title')} size="lg">
      <CameraScanner onScan={(text) => scanDispatcher.submit(text, 'camera')} />
      <Group justify="space-between" mt="sm" mih="2rem" role="status" fz="lg" fw={600}>
        {last && (
          <>
            <Text inherit>
              {t('dialogs.camera.last', {
                quantity: format.quantity(last.quantityMilli, last.unit),
                name: last.name,
              })}
            </Text>
            <Text inherit>{format.money(last.lineTotalMinor)}</Text>
          </>
        )}
      </Group>
    </DialogFrame>
  );
}
