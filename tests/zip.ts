import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  /** Lies that the archive tells about the file. */
  readonly crc32?: number;
  readonly inflatedBytes?: number;
  readonly offset?: number;
  readonly flags?: number;
}

/** A zip archive as other programs write it, or with what a hostile one would say. */
export function zip(files: readonly ZipFile[], comment = ''): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = file.stored ? Buffer.from(file.bytes) : deflateRawSync(file.bytes);
    const local = Buffer.concat([about(file, packed, 0x04034b50, []), Buffer.from(file.path), packed]);
    const tail = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const head = about(file, packed, 0x02014b50, tail);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(file.offset ?? offset);
    heads.push(Buffer.concat([head, place, Buffer.from(file.path)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

function about(file: ZipFile, packed: Buffer, signature: number, tail: readonly number[]): Buffer {
  const isCentral = signature === 0x02014b50;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(file.flags ?? 0x800, 2);
  fields.writeUInt16LE(file.stored ? 0 : 8, 4);
  fields.writeUInt32LE(file.crc32 ?? crc32(file.bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(file.inflatedBytes ?? file.bytes.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(file.path), 22);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  return Buffer.concat([mark, ...(isCentral ? [Buffer.from([20, 0])] : []), fields, Buffer.from(tail)]);
}
