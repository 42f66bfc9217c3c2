import { RepeatFilter } from './repeat-filter';

export interface Camera {
  id: string;
  /** The system's name for it; empty until the person has allowed the camera. */
  name: string;
}

/**
 * Why there is no picture: the person or the system refused access, there is no camera, another program uses
 * it, or the page cannot access one (a page from another machine without TLS).
 */
export type CameraFailure = 'REFUSED' | 'NO_CAMERA' | 'IN_USE' | 'UNAVAILABLE';

export type CameraState =
  | { status: 'asking' }
  | { status: 'running' }
  | { status: 'failed'; reason: CameraFailure };

interface CameraEvents {
  onState: (state: CameraState) => void;
  onCameras: (cameras: Camera[]) => void;
  /** A code came into view. */
  onCode: (text: string) => void;
}

/** A code that was out of view for this long counts again when it reappears. */
const REPEAT_PAUSE_MS = 1500;

const WANTED_SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } } as const;

/**
 * Shows a camera's picture in a video element and reports each barcode that comes into view.
 *
 * @param cameraId one of the reported cameras, or empty for the one that faces away from the screen; if it is no
 *   longer present, another one is used
 * @returns a function that stops camera, decoder and reports at once, whatever has been started so far
 */
export function startCamera(video: HTMLVideoElement, cameraId: string, events: CameraEvents): () => void {
  const stop = new AbortController();
  run(video, cameraId, { events, signal: stop.signal }).catch((error: unknown) => {
    if (!stop.signal.aborted) {
      events.onState({ status: 'failed', reason: troubleOf(error) });
    }
  });
  return () => stop.abort();
}

interface Running {
  events: CameraEvents;
  signal: AbortSignal;
}

async function run(video: HTMLVideoElement, cameraId: string, { events, signal }: Running): Promise<void> {
  // The type says it is always present, but a page without TLS does not have it.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) {
    events.onState({ status: 'failed', reason: 'UNAVAILABLE' });
    return;
  }
  const wanted = cameraId === '' ? { facingMode: 'environment' } : { deviceId: cameraId };
  const stream = await devices.getUserMedia({ video: { ...WANTED_SIZE, ...wanted } });
  const stopTracks = () => {
    for (const track of stream.getTracks()) {
      track.stop();
    }
  };
  if (signal.aborted) {
    stopTracks();
    return;
  }
  signal.addEventListener('abort', () => {
    stopTracks();
    video.srcObject = null;
  });
  for (const track of stream.getVideoTracks()) {
    const unplugged = () => events.onState({ status: 'failed', reason: 'NO_CAMERA' });
    track.addEventListener('ended', unplugged, { signal });
  }
  video.srcObject = stream;
  await video.play();
  const cameras = await listCameras(devices);
  if (!signal.aborted) {
    events.onState({ status: 'running' });
    events.onCameras(cameras);
    decodePictures(video, { events, signal });
  }
}

async function listCameras(devices: MediaDevices): Promise<Camera[]> {
  const all = await devices.enumerateDevices();
  return all
    .filter((device) => device.kind === 'videoinput')
    .map((device) => ({ id: device.deviceId, name: device.label }));
}

/** Sends pictures to the decoder one at a time; the next one only after the result of the previous one. */
function decodePictures(video: HTMLVideoElement, { events, signal }: Running): void {
  const worker = new Worker(new URL('./camera-decoder.worker.ts', import.meta.url), { type: 'module' });
  const filter = new RepeatFilter(REPEAT_PAUSE_MS);
  let request = 0;

  const awaitPicture = (): void => {
    request = video.requestVideoFrameCallback(() => {
      const picture = pictureOf(video);
      if (picture) {
        worker.postMessage(picture, [picture]);
      } else {
        awaitPicture();
      }
    });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => {
    if (signal.aborted) {
      return;
    }
    if (data !== null && filter.isNew(data, performance.now())) {
      events.onCode(data);
    }
    awaitPicture();
  });
  signal.addEventListener('abort', () => {
    video.cancelVideoFrameCallback(request);
    worker.terminate();
  });
  awaitPicture();
}

/**
 * The current picture as a `VideoFrame`, because a bitmap's colours would be converted on the window's thread.
 *
 * @returns null when the player has just dropped its picture (the camera changes its size); another one follows
 */
function pictureOf(video: HTMLVideoElement): VideoFrame | null {
  try {
    return new VideoFrame(video);
  } catch {
    return null;
  }
}

/** Maps the error names of getUserMedia (W3C Media Capture and Streams, 10.2). */
function troubleOf(error: unknown): CameraFailure {
  const name = error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'REFUSED';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'NO_CAMERA';
    case 'NotReadableError':
    case 'AbortError':
      return 'IN_USE';
    default:
      return 'UNAVAILABLE';
  }
}
