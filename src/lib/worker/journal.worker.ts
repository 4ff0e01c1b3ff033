/** What the page asks of the journal, and the number under which it waits for the answer. */
export type JournalRequest = { readonly id: number } & (
  | { readonly do: 'add' | 'replace'; readonly lines: string }
  | { readonly do: 'read' | 'erase' }
  | { readonly do: 'tail'; readonly characters: number }
);

export type JournalAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly name: string; readonly reason: string }
);

/** What a worker may do with a file; TypeScript has it for workers only. */
interface SyncFile {
  getSize(): number;
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

declare global {
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<SyncFile>;
  }
}

// Do not change: an older tab writes to the same files.
const folderName = 'harmattan';
const fileName = /^journal-(\d+)\.txt$/;
const lockName = 'harmattan-journal';
/** How many files are kept that were set aside. */
const mostAside = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('latin1'); // the journal is ASCII; other bytes are damage, and stay in their line

addEventListener('message', ({ data }: MessageEvent<JournalRequest>) => void answer(data));

async function answer(request: JournalRequest): Promise<void> {
  const { id } = request;
  try {
    postMessage({ id, ok: true, text: await alone(() => done(request)) } satisfies JournalAnswer);
  } catch (error) {
    const { name, message: reason } = error instanceof Error ? error : new Error(String(error));
    postMessage({ id, ok: false, name, reason } satisfies JournalAnswer);
  }
}

/** A file can be open in one tab only, so tabs take turns. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request(lockName, work) : work();

async function done(request: JournalRequest): Promise<string> {
  switch (request.do) {
    case 'add':
      return add(await newest(), request.lines);
    case 'replace':
      return replace(request.lines);
    case 'read':
      return read(await newest(), 0);
    case 'tail':
      return read(await newest(), request.characters);
    case 'erase':
      return erase();
  }
}

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

/** The numbers of the files, ascending: the last one is the journal, those before it were set aside. */
async function numbers(): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const name of (await folder()).keys()) {
    const match = fileName.exec(name);
    if (match) found.push(Number(match[1]));
  }
  return found.toSorted((a, b) => a - b);
}

const fileOf = async (number: number): Promise<SyncFile> => {
  const file = await (await folder()).getFileHandle(`journal-${number}.txt`, { create: true });
  return file.createSyncAccessHandle();
};

const newest = async (): Promise<number> => (await numbers()).at(-1) ?? 1;

async function add(number: number, lines: string): Promise<string> {
  const file = await fileOf(number);
  try {
    write(file, wholeSize(file), lines);
  } finally {
    file.close();
  }
  return '';
}

/** Writes all of it, or leaves the file as long as it was. */
function write(file: SyncFile, at: number, lines: string): void {
  const bytes = encoder.encode(lines);
  file.truncate(at);
  try {
    const written = file.write(bytes, { at });
    if (written !== bytes.length) throw new DOMException('The device is full', 'QuotaExceededError');
    file.flush();
  } catch (error) {
    file.truncate(at);
    throw error;
  }
}

/** How much of the file is whole lines: the power may have gone while the last one was written. */
function wholeSize(file: SyncFile): number {
  const step = 65_536;
  for (let end = file.getSize(); end > 0; end -= step) {
    const start = Math.max(0, end - step);
    const bytes = new Uint8Array(end - start);
    file.read(bytes, { at: start });
    const last = bytes.lastIndexOf(0x0a);
    if (last >= 0) return start + last + 1;
  }
  return 0;
}

/** The last `characters` of the file, 0 for all of it. */
async function read(number: number, characters: number): Promise<string> {
  const file = await fileOf(number);
  try {
    const size = file.getSize();
    const start = characters === 0 ? 0 : Math.max(0, size - characters);
    const bytes = new Uint8Array(size - start);
    file.read(bytes, { at: start });
    return decoder.decode(bytes);
  } finally {
    file.close();
  }
}

async function replace(lines: string): Promise<string> {
  const before = await numbers();
  await add((before.at(-1) ?? 0) + 1, lines);
  const directory = await folder();
  for (const number of before.slice(0, -mostAside)) await directory.removeEntry(`journal-${number}.txt`);
  return '';
}

async function erase(): Promise<string> {
  await (
    await navigator.storage.getDirectory()
  )
    .removeEntry(folderName, { recursive: true })
    .catch(ignoreMissing);
  return '';
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
}
