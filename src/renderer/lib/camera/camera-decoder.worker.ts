import { attemptsForFrame, decodeFrame } from './decode-frame';
import { toFrame } from './frame';

/** Wider pictures are made smaller: a barcode that a person holds up has pixels enough in this width. */
const MAX_WIDTH = 1280;

const canvas = new OffscreenCanvas(MAX_WIDTH, MAX_WIDTH);
const context = canvas.getContext('2d', { willReadFrequently: true });
let frameCount = 0;

/** Takes one picture, and answers with the text of the barcode in it, or null. */
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
