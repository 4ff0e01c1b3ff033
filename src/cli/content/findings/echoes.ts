import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Base } from '#core/fact/base.ts';
import type { Path } from '#core/fact/parse-problem.ts';
import { statementOf } from '#core/item/sentence.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/** A run of this many words that also stands in a text we read is taken for a copied sentence. */
export const runLength = 8;

/** Every run of words of the texts in `shared/seeds` beside the checkout; empty where there is no such folder. */
export function readRuns(contentDir: string): ReadonlySet<string> {
  const folder = join(dirname(dirname(resolve(contentDir))), 'shared/seeds');
  if (!existsSync(folder)) return new Set();
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return new Set(names.flatMap((name) => runsIn(readFileSync(join(folder, name), 'utf8'))));
}

/** What we ship in our own words, wherever it shares a run of words with one of the texts. */
export function echoes(base: Base, runs: ReadonlySet<string>): readonly Finding[] {
  if (runs.size === 0) return [];
  return ownWords(base).flatMap(({ path, text }) => {
    const run = runsIn(text).find((candidate) => runs.has(candidate));
    if (run === undefined) return [];
    const message = `${runLength} words in a row stand in an article too: "${run}"`;
    return [finding(path, message, 'say it in words of your own')];
  });
}

interface OwnText {
  readonly path: Path;
  readonly text: string;
}

/** Titles of sources are theirs, and notes are not shipped; all else is ours. */
function ownWords(base: Base): readonly OwnText[] {
  const { description, facts, entities, terms, conflicts } = base.topic;
  return [
    { path: ['description'], text: description },
    ...facts.map((fact, index) => ({ path: ['facts', index], text: statementOf(base, fact) })),
    ...entities.map((entity, index) => ({
      path: ['entities', index, 'description'],
      text: entity.description,
    })),
    ...terms.map(({ meaning }, index) => ({ path: ['terms', index, 'meaning'], text: meaning })),
    ...conflicts.flatMap(({ title, verdict, asking }, index) =>
      Object.entries({ title, verdict, asking }).map(([key, text]) => ({
        path: ['conflicts', index, key],
        text,
      })),
    ),
  ];
}

/** Runs of words in lower case, without accents and marks. */
function runsIn(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(runLength - 1).map((_, index) => words.slice(index, index + runLength).join(' '));
}
