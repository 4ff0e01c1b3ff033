import type { SecondCopy } from '#lib/storage/second-copy.ts';

/** A second copy that ends with the test, and what can be done to it. */
export interface MemoryCopy extends SecondCopy {
  text: string;
  readonly aside: string[];
  /** Every method rejects while it is set. */
  failing: boolean;
}

export function memoryCopy(): MemoryCopy {
  const copy: MemoryCopy = {
    text: '',
    aside: [],
    failing: false,
    add: async (lines) => {
      check();
      copy.text = copy.text.slice(0, copy.text.lastIndexOf('\n') + 1) + lines;
    },
    read: async () => {
      check();
      return copy.text;
    },
    tail: async (characters) => {
      check();
      return copy.text.slice(-characters);
    },
    replace: async (lines) => {
      check();
      copy.aside.push(copy.text);
      copy.text = lines;
    },
    erase: async () => {
      check();
      copy.text = '';
      copy.aside.length = 0;
    },
    close: () => undefined,
  };
  const check = (): void => {
    if (copy.failing) throw new DOMException('No file', 'NotReadableError');
  };
  return copy;
}
