import { Button, Select, Stack, Text } from '@mantine/core';
import { IconCameraOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Camera, CameraFailure } from '#renderer/lib/camera/camera';
import { useCameraScanner } from '#renderer/lib/camera/use-camera-scanner';
import classes from './camera-scanner.module.css';

interface CameraScannerProps {
  /** Receives the text of each barcode that comes into view; usually passes it to the scan dispatcher. */
  onScan: (text: string) => void;
}

/** Uses the camera as a scanner: while this is shown, each barcode held up to the camera is reported once. */
export function CameraScanner({ onScan }: CameraScannerProps) {
  const { t } = useTranslation('scanning');
  const { videoRef, state, cameras, cameraId, chooseCamera, retry } = useCameraScanner(onScan);
  return (
    <Stack gap="sm">
      <div className={classes.stage}>
        <video ref={videoRef} className={classes.picture} aria-label={t('picture')} muted playsInline />
        {state.status === 'running' && <div className={classes.aim} aria-hidden />}
        {state.status === 'asking' && (
          <div className={classes.message} role="status">
            <Text>{t('asking')}</Text>
          </div>
        )}
        {state.status === 'failed' && <Failure reason={state.reason} onRetry={retry} />}
      </div>
      {state.status === 'running' && (
        <Text c="dimmed" ta="center">
          {t('aim')}
        </Text>
      )}
      {cameras.length > 1 && <CameraChoice cameras={cameras} cameraId={cameraId} onChoose={chooseCamera} />}
    </Stack>
  );
}

function Failure({ reason, onRetry }: { reason: CameraFailure; onRetry: () => void }) {
  const { t } = useTranslation(['scanning', 'common']);
  return (
    <div className={classes.message} role="alert">
      <IconCameraOff size={40} aria-hidden />
      <Text fw={650} fz="lg">
        {t('troubleTitle')}
      </Text>
      <Text maw="30rem">{t(`trouble.${reason}`)}</Text>
      <Button size="lg" variant="white" onClick={onRetry}>
        {t('common:retry')}
      </Button>
    </div>
  );
}

interface CameraChoiceProps {
  cameras: Camera[];
  cameraId: string;
  onChoose: (id: string) => void;
}

function CameraChoice({ cameras, cameraId, onChoose }: CameraChoiceProps) {
  const { t } = useTranslation('scanning');
  const choices = cameras.map(({ id, name }, index) => ({
    value: id,
    label: name || t('namelessCamera', { number: index + 1 }),
  }));
  return (
    <Select
      label={t('camera')}
      data={choices}
      value={cameraId || null}
      onChange={(id) => id !== null && onChoose(id)}
    />
  );
}
