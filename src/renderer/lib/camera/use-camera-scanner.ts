import { useLocalStorage } from '@mantine/hooks';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Camera, type CameraState, startCamera } from './camera';

interface CameraScanner {
  /** The ref for the video element that shows the picture. */
  videoRef: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  cameras: Camera[];
  /** The chosen camera, remembered on this machine; empty for none. */
  cameraId: string;
  chooseCamera: (id: string) => void;
  /** Asks for the camera again, after it failed. */
  retry: () => void;
}

/** Scans with a camera while the component is mounted; each code that comes into view is reported once. */
export function useCameraScanner(onCode: (text: string) => void): CameraScanner {
  const videoRef = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>({ status: 'asking' });
  const [cameras, setCameras] = useState<Camera[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [cameraId, chooseCamera] = useLocalStorage({
    key: 'tillroom.camera',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const report = useEffectEvent((text: string) => onCode(text));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt restarts the same camera
  useEffect(() => {
    const video = videoRef.current;
    if (!video) {
      return;
    }
    setState({ status: 'asking' });
    return startCamera(video, cameraId, {
      onState: setState,
      onCameras: setCameras,
      onCode: (text) => report(text),
    });
  }, [cameraId, attempt]);

  return { videoRef, state, cameras, cameraId, chooseCamera, retry: () => setAttempt(attempt + 1) };
}
