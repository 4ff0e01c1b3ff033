import type { Base } from '../fact/base.ts';
import { languageOf } from '../language/index.ts';

/** A name as it stands alone, in a list or over a page: with a capital, as the language writes it. */
export const namedAlone = ({ topic }: Base, name: string): string =>
  languageOf(topic.language).capitalise(name);
