import { foldText } from '../fact/fold-text.ts';
import type { Language } from '../language/language.ts';

/** The ways in which a name can be the same: each is compared with the same way of another name. */
export interface NameKey {
  /** Telling words as they stand, without particles. */
  readonly words: string;
  /** The same in alphabetical order: "Berg, Ada" is "Ada Berg". */
  readonly sorted: string;
  /** All letters and digits without a gap: "N'Djamena" is "Ndjamena", "E.C.O.W.A.S." is "ECOWAS". */
  readonly run: string;
  /** How the telling words sound, whatever their spelling: "Mohammed Bazum" is "Mohamed Bazoum". */
  readonly sound: string;
  /** How all of it sounds without a gap. */
  readonly soundRun: string;
}

/** Undefined for a text without a letter or digit. */
export function nameKeyOf(text: string, language: Language): NameKey | undefined {
  const all = foldText(withoutMarks(text))
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => digitsOf(word, language));
  const telling = all.filter((word) => !language.particles.has(word));
  const words = telling.length > 0 ? telling : all;
  if (words.length === 0) return undefined;
  return {
    words: words.join(' '),
    sorted: words.toSorted().join(' '),
    run: all.join(''),
    sound: words.map(soundOf).toSorted().join(' '),
    soundRun: soundOf(all.join('')),
  };
}

/** Whether two names are one, whatever their case, accents, order of words, gaps, particles and transliteration. */
export const isSameName = (a: NameKey, b: NameKey): boolean =>
  a.sorted === b.sorted ||
  a.run === b.run ||
  (isLong(a) && isLong(b) && (a.sound === b.sound || a.soundRun === b.soundRun));

/** Short names differ by single letters; what they sound like proves nothing. */
const isLong = ({ run }: NameKey): boolean => run.length >= 5 && !/\d/.test(run);

/** Direction marks, joiners and the like, which a keyboard or a copied text brings along unseen. */
const withoutMarks = (text: string): string => text.replace(/\p{Cf}/gu, '');

function digitsOf(word: string, { numberWords }: Language): string {
  const number = numberWords.indexOf(word);
  return number < 0 ? word : String(number);
}

/** Spellings that transliteration from Arabic, Hausa or Russian by way of French or English uses for one sound. */
const soundings: readonly (readonly [RegExp, string])[] = [
  [/t?ch|tsch|sh/g, 'c'],
  [/ph/g, 'f'],
  [/dj|dg/g, 'j'],
  [/kh|gh|q(?!u)|ck|c(?=[aou])/g, 'k'],
  [/qu/g, 'k'],
  [/ou|oo|w/g, 'u'],
  [/ie|y|j(?=[^aeiou]|$)/g, 'i'],
  [/h(?=[^aeiou]|$)/g, ''],
  [/(.)\1+/g, '$1'],
];

const soundOf = (word: string): string =>
  soundings.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), word);
