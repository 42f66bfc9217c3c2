const LONGEST_SIDE_PX = 512;
const QUALITY = 0.85;

/** The size of a picture scaled down to fit into a square, keeping its proportions; small pictures are unchanged. */
export function fitted(
  width: number,
  height: number,
  side = LONGEST_SIDE_PX,
): { width: number; height: number } {
  const shrink = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}

/**
 * Scales a picture down for storage: at most 512 px per side, as WebP.
 * @throws the browser's error for a file that is not a picture
 */
export async function scalePicture(file: Blob): Promise<File> {
  const picture = await createImageBitmap(file);
  try {
    const { width, height } = fitted(picture.width, picture.height);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    const scaled = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
    return new File([scaled], 'picture', { type: 'image/webp' });
  } finally {
    picture.close();
  }
}
