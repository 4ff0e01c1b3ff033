import { utf8Of } from '../../file/utf8.ts';
import type { Body, CarriedItem, CarriedOption } from '../carried.ts';
import { explanationWithSources } from '../explanation.ts';
import { fractionOf } from '../fractions.ts';
import { shortName } from '../short-name.ts';
import type { Format } from '../format.ts';

/** GIFT, Moodle's format for typing questions (docs.moodle.org/en/GIFT_format), which many other programs read. */
export const gift: Format = {
  id: 'gift',
  ending: 'gift.txt',
  mime: 'text/plain',
  can: {
    kinds: new Set(['choice', 'true-false', 'multiple', 'text', 'number', 'match', 'open']),
    optionFeedback: true,
    explanation: 'with-sources',
    partialMarks: new Set(['multiple', 'match']),
  },
  write(items, { title }) {
    const category = `$CATEGORY: $course$/top/${title.replaceAll('/', '//').replace(/\s+/g, ' ')}`;
    return utf8Of(`${[category, ...items.map(itemText)].join('\n\n')}\n`);
  },
};

/** `[plain]` keeps signs such as < from being taken for markup. */
function itemText(item: CarriedItem): string {
  const { id, tags, stem, body } = item;
  const comment = `// [id:${id}] ${tags.map((tag) => `[tag:${tag}]`).join(' ')}`;
  const explanation = explanationWithSources(item);
  const general = explanation === '' ? '' : `####${escaped(explanation)}`;
  return `${comment}\n::${escaped(shortName(stem))}::[plain]${escaped(stem)} {${bodyText(body)}${general}}`;
}

function bodyText(body: Body): string {
  switch (body.kind) {
    case 'true-false':
      return `${body.right ? 'TRUE' : 'FALSE'}${body.feedback === undefined ? '' : `#${escaped(body.feedback)}`}`;
    case 'choice':
      return lines(body.options.map((option) => `${option.correct ? '=' : '~'}${optionText(option)}`));
    case 'multiple':
      return lines(multipleLines(body.options));
    case 'text':
      return lines(body.accepted.map((text) => `=%100%${escaped(text)}`));
    case 'number':
      return `#${body.amount}:${body.tolerance}`;
    case 'match':
      return lines(matchLines(body));
    case 'order':
    case 'open':
    case 'card':
      return '';
  }
}

const lines = (all: readonly string[]): string => `\n${all.map((line) => `\t${line}\n`).join('')}`;

/** A percent sign at the start would be taken for a share of the marks. */
const optionText = ({ text, correct, feedback }: CarriedOption): string => {
  const share = text.startsWith('%') ? `%${correct ? 100 : 0}%` : '';
  return `${share}${escaped(text)}${feedback === undefined ? '' : `#${escaped(feedback)}`}`;
};

function multipleLines(options: readonly CarriedOption[]): readonly string[] {
  const share = fractionOf(options.filter(({ correct }) => correct).length);
  return options.map(({ text, correct, feedback }) => {
    const note = feedback === undefined ? '' : `#${escaped(feedback)}`;
    return `~%${correct ? '' : '-'}${share}%${escaped(text)}${note}`;
  });
}

/** A target that nothing belongs to stands beside an empty row. */
function matchLines({ rows, targets }: Extract<Body, { kind: 'match' }>): readonly string[] {
  const used = new Set(rows.map(({ target }) => target));
  return [
    ...rows.map(({ text, target }) => `=${escaped(text)} -> ${escaped(targets[target] ?? '')}`),
    ...targets.filter((_, index) => !used.has(index)).map((text) => `= -> ${escaped(text)}`),
  ];
}

/** An arrow inside a text would make a pair of it, and cannot be escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('->', '→')
    .replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n');
