import type { ImportProblem } from '#core/guard/problem.ts';
import type { DeckProblem, PassedOver } from '#core/import/deck-file.ts';
import type { OwnBody, OwnItem } from '#core/own/own-item.ts';

/** An own item for reading in a terminal, with the key marked. */
export const ownItemText = ({ stem, body, explanation }: OwnItem): string =>
  [
    `[${body.type}] ${stem}`,
    ...bodyLines(body),
    ...(explanation === '' ? [] : [`  ${explanation}`]),
    '',
  ].join('\n');

function bodyLines(body: OwnBody): readonly string[] {
  switch (body.type) {
    case 'card':
      return [`  = ${body.back}`];
    case 'truth':
      return [`  = ${body.right ? 'true' : 'false'}`];
    case 'choice':
    case 'multiple':
      return body.options.map(({ text, correct }) => `  ${correct ? '*' : ' '} ${text}`);
    case 'text':
      return [`  = ${body.accepted.join(' | ')}`];
    case 'number':
      return [`  = ${body.amount} (give or take ${body.tolerance})`];
    case 'order':
      return body.tiles.map((text, index) => `  ${index + 1}. ${text}`);
    case 'match':
      return body.rows.map(({ text, target }) => `  ${text} = ${body.targets[target] ?? ''}`);
  }
}

const reasons: Readonly<Record<PassedOver['why'], string>> = {
  kind: 'a kind of question that is not asked here',
  key: 'nothing says what is right',
  media: 'only its picture or sound',
  shape: 'it is empty, too long, or its parts do not fit together',
};

export const passedOverText = ({ place, why }: PassedOver): string =>
  `passed over: ${place} (${reasons[why]})`;

/** Why nothing of a file is taken, and what to do. */
export function importProblemText(problem: DeckProblem | ImportProblem): string {
  switch (problem.type) {
    case 'not-this-format':
      return problem.line === undefined
        ? 'It is no file of this format; write another --format'
        : `It is no file of this format from line ${problem.line} on; mend that line, or write another --format`;
    case 'no-items':
      return 'There is nothing to ask in it';
    case 'too-many-items':
      return 'It holds more than 5000 items; share it out among several files';
    case 'newer-anki':
      return 'It is damaged, or only newer versions of Anki can read it; export it again with "Support older Anki versions"';
    case 'too-large':
      return 'It is larger than any honest file of its kind';
    case 'truncated':
      return 'It ends before its end; copy it again';
    case 'unreadable':
      return `It is no ${problem.as}, or it is damaged`;
    case 'hostile':
      return 'It is made to do harm and was not opened';
    case 'given-up':
      return 'It took too long to read';
  }
}
