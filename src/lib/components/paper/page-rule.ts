/** Parallel versions: A to Z. */
export const versionLetters = [...'abcdefghijklmnopqrstuvwxyz'] as const;

/** A version bears its letter and numbers of its own on every page: `page: version-b` on what belongs to it. */
export const pageRule = (letter: string): string =>
  `@page version-${letter} {
    counter-increment: of-${letter};
    @bottom-left { content: var(--print-title) ' · ${letter.toUpperCase()}'; }
    @bottom-right { content: counter(of-${letter}); }
  }`;
