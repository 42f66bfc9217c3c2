import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CameraScanner } from '../../../components/camera-scanner';
import { scanDispatcher } from '../../../lib/scan/scan-dispatcher';

/** Scans with the camera, one code after another, until it is closed. */
export function CameraDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sales');
  return (
    <Modal opened onClose={onClose} title={t('dialogs.camera.title')} size="lg">
      <CameraScanner onScan={(text) => scanDispatcher.submit(text, 'camera')} />
    </Modal>
  );
}
