import { english } from './en.ts';
import type { Language } from './language.ts';

/** The content languages. A new one is a new file and a line here. */
const languages: readonly Language[] = [english];

/** The grammar for a language tag. Throws RangeError for a language that nobody has written. */
export function languageOf(tag: string): Language {
  const language = languages.find((candidate) => candidate.tag === tag);
  if (!language) throw new RangeError(`Use a content language that exists: "${tag}" is not one`);
  return language;
}

export const languageTags: readonly string[] = languages.map((language) => language.tag);
