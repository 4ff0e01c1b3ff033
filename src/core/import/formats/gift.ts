import { refused } from '../../result.ts';
import { deckFile } from '../deck-file.ts';
import type { Draft, ReadDeck } from '../deck-file.ts';
import { giftAnswers, giftText, sealed } from '../gift-answers.ts';
import { lastPart, titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';

/** GIFT, as Moodle reads it: items between empty lines, an escape before each sign that means something. */
export const gift: ImportFormat = { id: 'gift', takes: 'text', read };

function read(text: string, name: string): ReadDeck {
  const drafts: Draft[] = [];
  let title = titleFromName(name);
  for (const block of sealed(text).split(/\n[^\S\n]*\n/)) {
    const lines = block.split('\n').map((line) => line.trim());
    const category = lines.find((line) => line.startsWith('$CATEGORY'));
    const comment = lines.filter((line) => line.startsWith('//')).join(' ');
    if (category) title = giftText(lastPart(category.replace(/\$CATEGORY\s*:\s*/, ''))) || title;
    const source = lines
      .filter((line) => !/^(?:\/\/|\$CATEGORY)/.test(line))
      .join('\n')
      .trim();
    if (source !== '') drafts.push(draftOf(source, comment));
  }
  // A text without any answer in braces is some other text.
  return drafts.some(({ body }) => typeof body === 'object')
    ? deckFile(title, drafts)
    : refused({ type: 'not-this-format' });
}

function draftOf(source: string, comment: string): Draft {
  const rest = source.replace(/^::[^:]*::/, '');
  const open = rest.indexOf('{');
  const close = rest.lastIndexOf('}');
  const isOne = open >= 0 && close > open;
  const head = isOne ? rest.slice(0, open) : rest;
  const tail = isOne ? rest.slice(close + 1).trim() : '';
  const format = /^\s*\[(html|plain|moodle|markdown)\]/.exec(head);
  const stem = head.slice(format?.[0].length).trim();
  const asText = (own: string): string => giftText(own, format?.[1] === 'html');
  const answers = isOne ? giftAnswers(rest.slice(open + 1, close), asText) : { body: undefined };
  const id = /\[id:([^\]]+)\]/.exec(comment)?.[1];
  return {
    ...(id !== undefined && { name: giftText(id) }),
    stem: asText(tail === '' ? stem : `${stem} ____${/^[.,;:!?)]/.test(tail) ? '' : ' '}${tail}`),
    ...answers,
    tags: [...comment.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag]) => giftText(String(tag))),
  };
}
