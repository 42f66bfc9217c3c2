import { attemptsForFrame, decodeFrame } from './decode-frame';
import { toFrame } from './frame';

/** Wider pictures are scaled down to this; it leaves enough pixels for a barcode held up to the camera. */
const MAX_WIDTH = 1280;

const canvas = new OffscreenCanvas(MAX_WIDTH, MAX_WIDTH);
const context = canvas.getContext('2d', { willReadFrequently: true });
let frameCount = 0;

/** Decodes one picture and posts the text of its barcode, or null. */
self.onmessage = ({ data: picture }: MessageEvent<VideoFrame>) => {
  self.postMessage(decode(picture));
  picture.close();
};

function decode(picture: VideoFrame): string | null {
  const { displayWidth, displayHeight } = picture;
  if (!context || displayWidth === 0 || displayHeight === 0) {
    return null;
  }
  const scale = Math.min(1, MAX_WIDTH / Math.max(displayWidth, displayHeight));
  const width = Math.round(displayWidth * scale);
  const height = Math.round(displayHeight * scale);
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  frameCount += 1;
  return decodeFrame(toFrame(data, width, height), attemptsForFrame(frameCount));
}
