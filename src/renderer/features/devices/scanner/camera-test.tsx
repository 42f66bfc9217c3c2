import { Button } from '@mantine/core';
import { IconCamera, IconCameraOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import { CameraScanner } from '#renderer/ui/camera-scanner';
import { Section } from '#renderer/ui/section';

/** Uses the camera as a scanner while it is being tested. */
export function CameraTest() {
  const { t } = useTranslation('devices');
  const [on, setOn] = useState(false);
  return (
    <Section title={t('scanner.camera')} hint={t('scanner.cameraHint')}>
      {on && <CameraScanner onScan={(text) => scanDispatcher.submit(text, 'camera')} />}
      <Button
        variant="default"
        w="fit-content"
        leftSection={on ? <IconCameraOff size={18} /> : <IconCamera size={18} />}
        onClick={() => setOn(!on)}
      >
        {on ? t('scanner.cameraOff') : t('scanner.cameraOn')}
      </Button>
    </Section>
  );
}
