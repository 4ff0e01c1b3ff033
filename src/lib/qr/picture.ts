import { readQr } from './read.ts';

/** Larger pictures are made smaller before they are read. */
const longestEdge = 2000;

/** The text of the QR code in a picture file; undefined when it is no picture, or shows none. */
export async function readPicture(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  for (const edge of [longestEdge, 1000, 500]) {
    const text = readQr(pixelsOf(bitmap, bitmap.width, bitmap.height, edge), 3);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What a video or a bitmap shows, at most `edge` wide and high. */
export function pixelsOf(source: CanvasImageSource, wide: number, high: number, edge: number): ImageData {
  const scale = Math.min(1, edge / Math.max(wide, high));
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new TypeError('Read pictures where there is a canvas');
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
