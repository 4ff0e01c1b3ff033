/** A text packed with gzip, whose checksum also tells damage. */
export const gzipped = (text: string | Blob): Promise<Blob> =>
  through(new Blob([text]), new CompressionStream('gzip')).blob();

/** The text that was packed; rejects where it is damaged. */
export const gunzipped = (packed: Blob): Promise<string> =>
  through(packed, new DecompressionStream('gzip')).text();

const through = (blob: Blob, packer: CompressionStream | DecompressionStream): Response =>
  new Response(blob.stream().pipeThrough(packer));
