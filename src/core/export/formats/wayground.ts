import type { Cell } from '../../file/csv.ts';
import { workbookOf } from '../../file/workbook.ts';
import type { CarriedItem, Kind } from '../carried.ts';
import { explanationWithSources } from '../explanation.ts';
import { optionsOfBody, rightNumbers, secondsFor } from '../game.ts';
import type { Format } from '../format.ts';

const mostOptions = 5;

/** The spreadsheet of Wayground (Quizizz): up to five options, typed answers, an explanation. */
export const wayground: Format = {
  id: 'wayground',
  ending: 'wayground.xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  can: {
    kinds: new Set(['choice', 'multiple', 'text', 'open']),
    optionFeedback: false,
    explanation: 'with-sources',
    partialMarks: new Set(),
    mostOptions,
  },
  write: (items, { title }) => workbookOf([{ name: title, rows: [head, ...items.map(itemRow)] }]),
};

const head: readonly Cell[] = [
  'Question Text',
  'Question Type',
  ...Array.from({ length: mostOptions }, (_, index) => `Option ${index + 1}`),
  'Correct Answer',
  'Time in seconds',
  'Image Link',
  'Answer explanation',
];

const types: Readonly<Partial<Record<Kind, string>>> = {
  choice: 'Multiple Choice',
  multiple: 'Checkbox',
  text: 'Fill-in-the-Blank',
  open: 'Open-Ended',
};

function itemRow(item: CarriedItem): readonly Cell[] {
  const { stem, body } = item;
  const options = optionsOfBody(body);
  const texts = body.kind === 'text' ? body.accepted : options.map(({ text }) => text);
  return [
    stem,
    types[body.kind] ?? '',
    ...Array.from({ length: mostOptions }, (_, place) => texts[place] ?? ''),
    rightNumbers(options),
    secondsFor(stem, options),
    '',
    explanationWithSources(item),
  ];
}
