import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import type { CarriedItem } from '#core/export/carried.ts';
import { explanationWithSources } from '#core/export/explanation.ts';
import { fractionOf, moodleFractions } from '#core/export/fractions.ts';
import { textOf } from '#core/file/utf8.ts';
import type { Reader } from './reader.ts';

/** xmldom, then Moodle's rules for each type of question: what Moodle would pass over throws. */
export const moodleReader: Reader = {
  read(bytes) {
    const { documentElement } = parsed(textOf(bytes), 'application/xml');
    const [category, ...questions] = childrenOf(documentElement, 'question');
    if (category?.getAttribute('type') !== 'category') throw new TypeError('No category first');
    return questions.map(readQuestion);
  },
  meant: (item) => ({
    id: item.id,
    stem: item.stem,
    explanation: explanationWithSources(item),
    tags: item.tags,
    body: bodyMeant(item),
  }),
};

const parsed = (text: string, type: string) =>
  new DOMParser({
    onError: (level, message) => {
      throw new TypeError(`${level}: ${message}`);
    },
  }).parseFromString(text, type);

const childrenOf = (parent: Element | null, name: string): Element[] =>
  [...(parent?.childNodes ?? [])].filter((node): node is Element => node.nodeName === name);

const child = (parent: Element, name: string): Element => {
  const [found, ...more] = childrenOf(parent, name);
  if (!found || more.length > 0) throw new TypeError(`Not one ${name} in ${parent.nodeName}`);
  return found;
};

const text = (parent: Element): string => child(parent, 'text').textContent ?? '';

/** The words of a text in HTML, as a browser would show them. */
function words(parent: Element): string {
  if (parent.getAttribute('format') !== 'html') throw new TypeError('Not HTML');
  const markup = text(parent).replaceAll('<br>', '<br/>');
  const { documentElement } = parsed(`<p>${markup}</p>`, 'application/xml');
  const pieces = [...(documentElement?.childNodes ?? [])].map((node) =>
    node.nodeName === 'br' ? '\n' : (node.textContent ?? ''),
  );
  return pieces.join('');
}

const readQuestion = (question: Element) => ({
  id: child(question, 'idnumber').textContent,
  stem: words(child(question, 'questiontext')),
  explanation: words(child(question, 'generalfeedback')),
  tags: childrenOf(child(question, 'tags'), 'tag').map(text),
  body: readBody(question),
});

function readBody(question: Element): unknown {
  const type = question.getAttribute('type');
  const answers = childrenOf(question, 'answer');
  switch (type) {
    case 'multichoice': {
      const single = child(question, 'single').textContent === 'true';
      return [
        single,
        ...answers.map((answer) => [share(answer), words(answer), words(child(answer, 'feedback'))]),
      ];
    }
    case 'truefalse':
      return answers.map((answer) => [text(answer), share(answer), words(child(answer, 'feedback'))]);
    case 'shortanswer':
      return answers.map((answer) => [share(answer), text(answer).replaceAll(String.raw`\*`, '*')]);
    case 'numerical':
      return answers.map((answer) => [
        share(answer),
        Number(text(answer)),
        Number(child(answer, 'tolerance').textContent),
      ]);
    case 'matching':
      return childrenOf(question, 'subquestion').map((pair) => [words(pair), text(child(pair, 'answer'))]);
    case 'ordering':
      return answers.map(words);
    case 'essay':
      return words(child(question, 'graderinfo'));
    default:
      throw new TypeError(`No type of question: ${type}`);
  }
}

/** Moodle passes over questions with a share of the marks that is not on its list. */
function share(answer: Element): number {
  const fraction = answer.getAttribute('fraction') ?? '';
  if (!moodleFractions.includes(fraction.replace('-', ''))) throw new TypeError(`No fraction: ${fraction}`);
  return Number(fraction);
}

function bodyMeant({ body }: CarriedItem): unknown {
  switch (body.kind) {
    case 'choice':
      return [
        true,
        ...body.options.map((option) => [option.correct ? 100 : 0, option.text, option.feedback ?? '']),
      ];
    case 'multiple': {
      const part = Number(fractionOf(body.options.filter(({ correct }) => correct).length));
      return [
        false,
        ...body.options.map((option) => [option.correct ? part : -part, option.text, option.feedback ?? '']),
      ];
    }
    case 'true-false':
      return [true, false].map((side) => {
        const isRight = side === body.right;
        return [String(side), isRight ? 100 : 0, isRight ? '' : (body.feedback ?? '')];
      });
    case 'text':
      return body.accepted.map((wording) => [100, wording]);
    case 'number':
      return [[100, body.amount, body.tolerance]];
    case 'match': {
      const used = new Set(body.rows.map(({ target }) => target));
      return [
        ...body.rows.map((row) => [row.text, body.targets[row.target]]),
        ...body.targets.filter((_, index) => !used.has(index)).map((target) => ['', target]),
      ];
    }
    case 'order':
      return body.solution.map((place) => body.tiles[place]);
    case 'open':
      return body.answer;
    case 'card':
      return undefined;
  }
}
