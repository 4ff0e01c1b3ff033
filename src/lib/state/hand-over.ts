/** Gives a file to the learner: through the share sheet where files can be shared, else as a download. */
export async function handOver(
  content: string | Uint8Array | Blob,
  name: string,
  type = 'application/json',
): Promise<'shared' | 'downloaded' | 'cancelled'> {
  const file = new File([content instanceof Uint8Array ? new Uint8Array(content) : content], name, { type });
  if (isPhone() && navigator.canShare?.({ files: [file] })) return share(file);
  download(file);
  return 'downloaded';
}

/** On desktops a share sheet is a detour: there a file belongs in the downloads. */
const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

async function share(file: File): Promise<'shared' | 'downloaded' | 'cancelled'> {
  try {
    await navigator.share({ files: [file], title: file.name });
    return 'shared';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    // The system refused this kind of file.
    download(file);
    return 'downloaded';
  }
}

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads the file after this task; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
