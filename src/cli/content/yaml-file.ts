import { readFileSync } from 'node:fs';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Path } from '#core/fact/parse-problem.ts';

/** A problem of the content, where an author finds it. */
export interface ContentProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

/** A YAML file, read: its value if it is well-formed, and the line of every place in it. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  readonly problems: readonly ContentProblem[];
  lineOf(path: Path): number;
}

/** Reads a YAML 1.2 file; `name` is how problems call it. */
export function readYaml(file: string, name: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    file: name,
    line: lines.linePos(error.pos[0]).line,
    message: `not valid YAML: ${error.message.split('\n')[0]}`,
    remedy: remedies[error.code] ?? 'check the indentation, quotes and brackets of this line',
  }));
  return {
    name,
    value: problems.length === 0 ? document.toJS() : undefined,
    problems,
    lineOf: (path) => lines.linePos(startOf(document, path)).line,
  };
}

const remedies: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'keep one of the two lines with this key',
  TAB_AS_INDENT: 'indent with spaces',
  MULTIPLE_DOCS: 'remove the line `---`, one file holds one document',
  MISSING_CHAR: 'close the quotes or the bracket',
};

/** Offset of the deepest node on the path: of the key for a field, of the first character for a list's entry. */
function startOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let start = document.contents?.range?.[0] ?? 0;
  for (const key of path) {
    const found = isMap(node)
      ? pairAt(node.items, key)
      : isSeq(node)
        ? { value: node.items[Number(key)] }
        : undefined;
    if (!found?.value) return start;
    node = found.value;
    start = ('key' in found ? found.key : (node as Node)).range?.[0] ?? start;
  }
  return start;
}

function pairAt(items: readonly unknown[], key: string | number) {
  for (const pair of items) {
    if (isPair(pair) && isScalar(pair.key) && pair.key.value === key)
      return { key: pair.key, value: pair.value };
  }
  return undefined;
}
