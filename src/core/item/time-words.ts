import type { Language } from '../language/language.ts';
import { mentions } from './words.ts';

/** The years that a text names. */
export const yearsIn = (text: string): readonly string[] => text.match(/\b\d{4}\b/g) ?? [];

export const namesMonth = (language: Language, text: string): boolean =>
  language.months.some((month) => mentions(text, month));

/** Whether a text tells when something was. */
export const namesTime = (language: Language, text: string): boolean =>
  yearsIn(text).length > 0 || namesMonth(language, text);
