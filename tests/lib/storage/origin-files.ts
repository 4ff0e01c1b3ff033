/** Files of an origin that end with the test, as far as a worker uses them. */
export interface OriginFiles {
  /** Every file by its path, as text. */
  texts(): Readonly<Record<string, string>>;
  put(path: string, text: string): void;
  /** How many more bytes the device takes. */
  room: number;
  /** The next file that is written to the disk is not. */
  failFlush: boolean;
  /** Files that are open now: there may be one of each only. */
  readonly open: Set<string>;
  readonly root: FileSystemDirectoryHandle;
}

/** Stand in for the browser's own where a program asks what a handle is. */
export class Folder {
  readonly kind = 'directory';
  readonly #files: Map<string, Uint8Array | undefined>;
  readonly #state: OriginFiles;
  readonly name: string;
  readonly #path: string;

  constructor(name: string, path: string, files: Map<string, Uint8Array | undefined>, state: OriginFiles) {
    [this.name, this.#path, this.#files, this.#state] = [name, path, files, state];
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<Folder> {
    const path = `${this.#path}${name}/`;
    if (!this.#files.has(path) && !create) throw new DOMException(name, 'NotFoundError');
    this.#files.set(path, undefined);
    return new Folder(name, path, this.#files, this.#state);
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<File> {
    const path = `${this.#path}${name}`;
    if (!this.#files.has(path) && !create) throw new DOMException(name, 'NotFoundError');
    if (!this.#files.has(path)) this.#files.set(path, new Uint8Array());
    return new File(name, path, this.#files, this.#state);
  }

  async removeEntry(name: string, { recursive = false } = {}): Promise<void> {
    const path = `${this.#path}${name}`;
    const within = [...this.#files.keys()].filter((key) => key.startsWith(`${path}/`));
    if (!this.#files.has(path) && within.length === 0) throw new DOMException(name, 'NotFoundError');
    if (within.length > 1 && !recursive) throw new DOMException(name, 'InvalidModificationError');
    for (const key of [path, ...within]) this.#files.delete(key);
  }

  async *values(): AsyncGenerator<Folder | File> {
    for (const path of this.#files.keys()) {
      const [, name, slash] = new RegExp(`^${this.#path}([^/]+)(/?)$`).exec(path) ?? [];
      if (name === undefined) continue;
      yield slash ? new Folder(name, path, this.#files, this.#state) : await this.getFileHandle(name);
    }
  }

  async *keys(): AsyncGenerator<string> {
    for await (const { name } of this.values()) yield name;
  }
}

/** One file, and the handle by which a worker writes it. */
export class File {
  readonly kind = 'file';
  readonly name: string;
  readonly #path: string;
  readonly #files: Map<string, Uint8Array | undefined>;
  readonly #state: OriginFiles;

  constructor(name: string, path: string, files: Map<string, Uint8Array | undefined>, state: OriginFiles) {
    [this.name, this.#path, this.#files, this.#state] = [name, path, files, state];
  }

  get #bytes(): Uint8Array {
    return this.#files.get(this.#path) ?? new Uint8Array();
  }

  async getFile(): Promise<{ readonly size: number }> {
    return { size: this.#bytes.length };
  }

  async createSyncAccessHandle(): Promise<unknown> {
    const { open } = this.#state;
    if (open.has(this.#path)) throw new DOMException(this.name, 'NoModificationAllowedError');
    open.add(this.#path);
    return {
      getSize: () => this.#bytes.length,
      read: (into: Uint8Array, { at }: { readonly at: number }) => {
        const bytes = this.#bytes.subarray(at, at + into.length);
        into.set(bytes);
        return bytes.length;
      },
      write: (bytes: Uint8Array, { at }: { readonly at: number }) => this.#write(bytes, at),
      truncate: (size: number) => this.#resize(size),
      flush: () => {
        if (!this.#state.failFlush) return;
        this.#state.failFlush = false;
        throw new DOMException('The disk', 'NotReadableError');
      },
      close: () => void open.delete(this.#path),
    };
  }

  #write(bytes: Uint8Array, at: number): number {
    const taken = bytes.subarray(0, this.#state.room);
    this.#state.room -= taken.length;
    this.#resize(Math.max(this.#bytes.length, at + taken.length));
    this.#bytes.set(taken, at);
    return taken.length;
  }

  #resize(size: number): void {
    const next = new Uint8Array(size);
    next.set(this.#bytes.subarray(0, size));
    this.#files.set(this.#path, next);
  }
}

export function originFiles(): OriginFiles {
  const files = new Map<string, Uint8Array | undefined>();
  const state: OriginFiles = {
    texts: () =>
      Object.fromEntries(
        [...files].flatMap(([path, bytes]) => (bytes ? [[path, Buffer.from(bytes).toString()]] : [])),
      ),
    put: (path, text) => void files.set(path, new TextEncoder().encode(text)),
    room: Infinity,
    failFlush: false,
    open: new Set(),
    // What a worker does not use is left out.
    get root() {
      return new Folder('', '', files, state) as unknown as FileSystemDirectoryHandle;
    },
  };
  return state;
}
