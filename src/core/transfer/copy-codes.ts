import type { CodeProblem } from '../assignment/code.ts';
import type { Result } from '../result.ts';
import { dropCodes, seeDropCode } from './drop-codes.ts';
import type { DropCodes, DropProgress, SeenDrops, Stream } from './drop-codes.ts';

/**
 * A copy of everything that a device keeps. With what stands around it each code is a QR code of version 13. Nobody
 * holds a phone still for longer than 120 take: at three codes a second that is 40 seconds.
 */
const stream: Stream = { kind: 'copy', partBytes: 400, mostParts: 120 };

/** The largest copy that goes from device to device by codes. */
export const mostCopyBytes = stream.partBytes * stream.mostParts;

/** The codes of a packed copy; undefined where it is too large for them. */
export const copyCodes = (copy: Uint8Array): DropCodes | undefined => dropCodes(stream, copy);

/** Adds a code to those seen before of a copy. */
export const seeCopyCode = (
  before: SeenDrops | undefined,
  code: Uint8Array,
): Result<DropProgress, CodeProblem> => seeDropCode(stream, before, code);
