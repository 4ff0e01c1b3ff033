import { decodeQR } from 'qr/decode.js';

/** A picture as a canvas gives it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The text of the QR code in a picture; undefined when there is none to be read. `effort` 1 is for one of many frames. */
export function readQr(picture: Pixels, effort = 1): string | undefined {
  try {
    return decodeQR({ width: picture.width, height: picture.height, data: picture.data }, { effort });
  } catch {
    return undefined; // the decoder says by throwing that it found none
  }
}
