/** The caches of a page that end with the test: as far as what is kept in them is read and written. */
export interface PageCaches {
  readonly caches: object;
  /** Nothing more can be kept. */
  full: boolean;
  addresses(cache: string): readonly string[];
  put(cache: string, address: string, text: string): void;
}

export function pageCaches(): PageCaches {
  const kept = new Map<string, Map<string, Blob>>();
  const at = (address: string): string => new URL(address, 'https://example.org').href;
  const cacheOf = (name: string): Map<string, Blob> => {
    const cache = kept.get(name) ?? new Map<string, Blob>();
    kept.set(name, cache);
    return cache;
  };
  const page: PageCaches = {
    full: false,
    addresses: (name) => [...cacheOf(name).keys()],
    put: (name, address, text) => void cacheOf(name).set(address, new Blob([text])),
    caches: {
      keys: async () => [...kept.keys()],
      delete: async (name: string) => kept.delete(name),
      open: async (name: string) => {
        const cache = cacheOf(name);
        return {
          keys: async () => [...cache.keys()].map((url) => ({ url })),
          match: async (address: string) => {
            const found = cache.get(at(address));
            return found && new Response(found);
          },
          put: async (address: string, response: Response) => {
            if (page.full) throw new DOMException('', 'QuotaExceededError');
            cache.set(at(address), await response.blob());
          },
        };
      },
    },
  };
  return page;
}
