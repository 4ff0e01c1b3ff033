/** Why something from outside is refused before its own reader sees it. Nothing of it is used then. */
export type ImportProblem =
  /** The file itself, what comes out of it, or the number of files or values in it. */
  | { readonly type: 'too-large'; readonly what: 'file' | 'inflated' | 'ratio' | 'entries' | 'values' }
  /** It ends before its end. */
  | { readonly type: 'truncated' }
  /** It is not what its kind must be. */
  | { readonly type: 'unreadable'; readonly as: 'text' | 'json' | 'archive' | 'packed' }
  /** It is made to do harm: nothing that an honest program writes. */
  | { readonly type: 'hostile'; readonly what: 'key' | 'depth' | 'path' | 'archive-in-archive' | 'overlap' }
  /** It took too long, or more memory than there is. */
  | { readonly type: 'given-up'; readonly why: 'time' | 'crash' };
