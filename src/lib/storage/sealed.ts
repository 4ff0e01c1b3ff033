import { checksumOf } from '#core/log/checksum.ts';
import { isRecord } from '#core/shape.ts';

/** A row with its checksum: stores have been seen to return changed rows without an error. */
export const sealRow = (content: unknown): unknown => ({ content, checksum: checksumOf(content) });

/** The row's content; undefined when there is none or it is not what was written. */
export function openRow(row: unknown): unknown {
  if (!isRecord(row) || row.content === undefined) return undefined;
  return checksumOf(row.content) === row.checksum ? row.content : undefined;
}
