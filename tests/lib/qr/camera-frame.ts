import { randomInt, seededRandom } from '../../../src/core/item/random.ts';
import type { Random } from '../../../src/core/item/random.ts';

/** A grey picture as a camera of 1280 x 720 gives it, in RGBA. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** How a code is held before the camera. */
export interface Pose {
  /** Edge of the code without its margin, in pixels. */
  readonly edge: number;
  readonly degrees: number;
  /** Standard deviations: of the blur in pixels, of the noise in levels of 255. */
  readonly blur: number;
  readonly noise: number;
  /** Levels of what is black and white on the screen. */
  readonly dark: number;
  readonly light: number;
}

/** As codes are shown in class: nearly as large as the frame is high, turned, out of focus by up to 2 pixels, noisy. */
export const somePose = (random: Random): Pose => ({
  edge: 540 + randomInt(60, random),
  degrees: 90 * randomInt(4, random) - 10 + 20 * random(),
  blur: 2 * random(),
  noise: 15 * random(),
  dark: 10 + randomInt(50, random),
  light: 180 + randomInt(75, random),
});

const [width, height] = [1280, 720];

/** What the camera sees of a code: a white card with its quiet zone of 4 modules on a grey ground. */
export function cameraFrame(code: readonly (readonly boolean[])[], pose: Pose, random: Random): Frame {
  const grey = blurred(drawn(code, pose), pose.blur);
  const data = new Uint8ClampedArray(4 * width * height);
  let place = randomInt(normals.length, random);
  for (let at = 0; at < grey.length; at += 1) {
    // Now and then from another place, so that no row repeats the one before.
    if (at % width === 0) place = randomInt(normals.length, random);
    place = (place + 1) % normals.length;
    const level = (grey[at] ?? 0) + pose.noise * (normals[place] ?? 0);
    data[4 * at] = level;
    data[4 * at + 1] = level;
    data[4 * at + 2] = level;
    data[4 * at + 3] = 255;
  }
  return { width, height, data };
}

function drawn(code: readonly (readonly boolean[])[], { edge, degrees, dark, light }: Pose): Float32Array {
  const size = code.length;
  const grey = new Float32Array(width * height);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [((x - width / 2) * size) / edge, ((y - height / 2) * size) / edge];
      const column = Math.floor(cos * dx + sin * dy + size / 2);
      const row = Math.floor(cos * dy - sin * dx + size / 2);
      const onCard = Math.min(column, row) >= -4 && Math.max(column, row) < size + 4;
      const ground = onCard ? light : (dark + light) / 2;
      grey[y * width + x] = code[row]?.[column] ? dark : ground;
    }
  }
  return grey;
}

/** Three box blurs come near a Gaussian one of the same spread. */
function blurred(grey: Float32Array, sigma: number): Float32Array {
  const radius = Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
  if (radius === 0) return grey;
  const once = (picture: Float32Array): Float32Array =>
    boxed(boxed(picture, 1, width, radius), width, height, radius);
  return once(once(once(grey)));
}

/** The mean of `2 * radius + 1` neighbours `step` apart, along lines of `length`. */
function boxed(grey: Float32Array, step: number, length: number, radius: number): Float32Array {
  const out = new Float32Array(grey.length);
  const lines = step === 1 ? height : width;
  for (let line = 0; line < lines; line += 1) {
    const start = step === 1 ? line * width : line;
    const level = (place: number): number =>
      grey[start + step * Math.min(Math.max(place, 0), length - 1)] ?? 0;
    let sum = 0;
    for (let place = -radius; place <= radius; place += 1) sum += level(place);
    for (let place = 0; place < length; place += 1) {
      out[start + step * place] = sum / (2 * radius + 1);
      sum += level(place + radius + 1) - level(place - radius);
    }
  }
  return out;
}

/** Normal numbers by Box and Muller, made once: a frame takes them from a random place on. */
const normals = ((random: Random) =>
  Float32Array.from(
    { length: 1 << 16 },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  ))(seededRandom('normals'));
