import type { Base } from '../fact/base.ts';
import { foldText } from './words.ts';

/** A text and, behind it, the names whose adjectives stand in it: "French troops" speaks of France. */
export function withNamesMeant(base: Base, text: string): string {
  const names = namesByAdjective(base);
  const meant = foldText(text)
    .split(' ')
    .flatMap((word) => names.get(word) ?? []);
  return [text, ...meant].join(' ');
}

const known = new WeakMap<Base, ReadonlyMap<string, string>>();

function namesByAdjective(base: Base): ReadonlyMap<string, string> {
  const names =
    known.get(base) ??
    new Map(
      base.topic.entities.flatMap(({ adjective, name }) => (adjective ? [[foldText(adjective), name]] : [])),
    );
  known.set(base, names);
  return names;
}
