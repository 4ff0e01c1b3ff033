import type { Draft } from './deck-file.ts';

/** Longer answers are judged by whoever learns them. */
const longestTyped = 60;
const gap = '____';

/** Anki's gaps, `{{c1::answer::hint}}`: an item for each number, with the other gaps filled. */
export function clozeDrafts(text: string): readonly Pick<Draft, 'stem' | 'body'>[] {
  const numbers = [...new Set([...text.matchAll(/\{\{c(\d{1,3})::/g)].map(([, number = '']) => number))];
  if (numbers.length === 0) return [{ stem: text, body: 'key' }];
  return numbers.map((number) => {
    const answers: string[] = [];
    const stem = text.replace(cloze, (_, own: string, answer: string, hint = '') => {
      if (own !== number) return answer;
      answers.push(answer.trim());
      return hint === '' ? gap : `${gap} (${hint})`;
    });
    const key = answers.join('; ');
    if (key === '') return { stem, body: 'key' };
    const isTyped = answers.length === 1 && key.length <= longestTyped;
    return { stem, body: isTyped ? { type: 'text', accepted: [key] } : { type: 'card', back: key } };
  });
}

const cloze = /\{\{c(\d{1,3})::((?:(?!\}\}|::)[\s\S])*)(?:::((?:(?!\}\})[\s\S])*))?\}\}/g;
