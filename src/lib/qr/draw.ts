// oxlint-disable-next-line import/no-named-as-default -- its types have the default export only
import qrcode from 'qrcode-generator';

import { digitsOf } from '#core/assignment/lettering.ts';

/** A QR code as it is drawn: rows of modules, true for black. */
export interface QrCode {
  /** 1 to 40; the lower, the easier it is to scan. */
  readonly version: number;
  readonly rows: readonly (readonly boolean[])[];
}

/** A code for the app's own camera: digits, which a QR code holds most densely. */
export const drawCode = (code: Uint8Array): QrCode => drawn([{ text: digitsOf(code), mode: 'Numeric' }]);

/** A link that any camera opens: the address as it is, the code behind its # as digits. */
export const drawLink = (address: string, code: Uint8Array): QrCode =>
  drawn([
    { text: `${address}#`, mode: 'Byte' },
    { text: digitsOf(code), mode: 'Numeric' },
  ]);

interface Part {
  readonly text: string;
  readonly mode: 'Numeric' | 'Byte';
}

/** The smallest version that holds it. Shown on a screen nothing is scratched, so the lowest correction is enough. */
function drawn(parts: readonly Part[]): QrCode {
  const code = qrcode(0, 'L');
  for (const { text, mode } of parts) code.addData(text, mode);
  code.make();
  const size = code.getModuleCount();
  const places = Array.from({ length: size }, (_, place) => place);
  return {
    version: (size - 17) / 4,
    rows: places.map((row) => places.map((column) => code.isDark(row, column))),
  };
}

/** The black modules as one path on a grid of modules, with the quiet zone of four around them. */
export function pathOf({ rows }: QrCode): string {
  return rows
    .flatMap((row, y) => [...runs(row)].map(([x, length]) => `M${x + 4} ${y + 4}h${length}v1h-${length}z`))
    .join('');
}

function* runs(row: readonly boolean[]): Generator<readonly [start: number, length: number]> {
  for (let start = 0; start < row.length; start += 1) {
    if (!row[start]) continue;
    let end = start;
    while (row[end]) end += 1;
    yield [start, end - start];
    start = end;
  }
}
