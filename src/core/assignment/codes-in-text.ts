import { bodyOf, bytesOfText, textOfCode } from './code.ts';

/** More codes than any class hands in at once. */
const mostCodes = 2000;

/**
 * Every whole code in a text: a message with a link in it, a file that was handed in, a list of either. What is no code
 * is passed over; each code comes once.
 */
export function codesInText(text: string): readonly string[] {
  const found = new Set<string>();
  for (const word of text.split(/\s+/)) {
    if (found.size >= mostCodes) break;
    if (word.length < 8) continue;
    const bytes = bytesOfText(word);
    if (bytes.ok && bodyOf(bytes.value).ok) found.add(textOfCode(bytes.value));
  }
  return [...found];
}
