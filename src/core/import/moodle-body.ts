import { elementsIn, textIn } from '../file/xml-read.ts';
import type { XmlElement } from '../file/xml-write.ts';
import type { OwnBody, OwnOption } from '../own/own-item.ts';
import { plainText } from './plain-text.ts';

/** The `<text>` of an element of Moodle XML, as plain text: HTML unless it says that it is not. */
export function moodleText(parent: XmlElement): string {
  const [text] = elementsIn(parent, 'text');
  if (!text) return '';
  const isPlain = parent.attributes.format === 'plain_text' || parent.attributes.format === 'markdown';
  return isPlain ? textIn(text).trim() : plainText(textIn(text));
}

/** What is answered; undefined for a type that the app does not ask, `key` where nothing says what is right. */
export function moodleBody(question: XmlElement): OwnBody | 'key' | undefined {
  const answers = elementsIn(question, 'answer');
  switch (question.attributes.type) {
    case 'multichoice':
      return choiceOf(question, answers);
    case 'truefalse':
      return truthOf(answers);
    case 'shortanswer':
      return wordsOf(answers);
    case 'numerical':
      return numberOf(answers);
    case 'matching':
      return pairsOf(elementsIn(question, 'subquestion'));
    case 'ordering':
      return { type: 'order', tiles: answers.toSorted((a, b) => fraction(a) - fraction(b)).map(moodleText) };
    case 'essay':
      return cardOf(elementsIn(question, 'graderinfo')[0]);
    default:
      return undefined;
  }
}

const fraction = ({ attributes }: XmlElement): number => Number(attributes.fraction ?? 0);

function feedbackOf(answer: XmlElement | undefined): string {
  const [feedback] = answer ? elementsIn(answer, 'feedback') : [];
  return feedback ? moodleText(feedback) : '';
}

function choiceOf(question: XmlElement, answers: readonly XmlElement[]): OwnBody | 'key' {
  const options = answers.map((answer): OwnOption => {
    const correct = fraction(answer) > 0;
    const feedback = feedbackOf(answer);
    return { text: moodleText(answer), correct, ...(!correct && feedback !== '' && { feedback }) };
  });
  const [single] = elementsIn(question, 'single');
  const right = options.filter(({ correct }) => correct).length;
  if (right === 0) return 'key';
  const isSingle = single !== undefined && /^(?:true|1)$/.test(textIn(single).trim());
  return { type: isSingle && right === 1 ? 'choice' : 'multiple', options };
}

function truthOf(answers: readonly XmlElement[]): OwnBody | 'key' {
  const right = answers.find((answer) => fraction(answer) === 100);
  const feedback = feedbackOf(answers.find((answer) => answer !== right));
  if (!right) return 'key';
  return { type: 'truth', right: moodleText(right) === 'true', ...(feedback !== '' && { feedback }) };
}

/** Only wordings that earn all marks. A star stands for any text in Moodle, which is not asked here. */
function wordsOf(answers: readonly XmlElement[]): OwnBody | 'key' | undefined {
  const texts = answers.filter((answer) => fraction(answer) === 100).map(moodleText);
  if (texts.length === 0) return 'key';
  const exact = texts.filter((text) => !/(?<!\\)\*/.test(text));
  return exact.length > 0
    ? { type: 'text', accepted: exact.map((text) => text.replaceAll(String.raw`\*`, '*')) }
    : undefined;
}

function numberOf(answers: readonly XmlElement[]): OwnBody | 'key' {
  const right = answers.find((answer) => fraction(answer) === 100);
  if (!right) return 'key';
  const [tolerance] = elementsIn(right, 'tolerance');
  const amount = moodleText(right);
  if (amount === '' || !Number.isFinite(Number(amount))) return 'key';
  return {
    type: 'number',
    amount: Number(amount),
    tolerance: tolerance ? Number(textIn(tolerance)) || 0 : 0,
  };
}

/** A pair without a question is a target to which nothing belongs. */
function pairsOf(subquestions: readonly XmlElement[]): OwnBody {
  const pairs = subquestions.map((pair) => {
    const [answer] = elementsIn(pair, 'answer');
    return { text: moodleText(pair), right: answer ? moodleText(answer) : '' };
  });
  const targets = [...new Set(pairs.map(({ right }) => right))];
  const rows = pairs
    .filter(({ text }) => text !== '')
    .map(({ text, right }) => ({ text, target: targets.indexOf(right) }));
  return { type: 'match', rows, targets };
}

function cardOf(notes: XmlElement | undefined): OwnBody | 'key' {
  const back = notes ? moodleText(notes) : '';
  return back === '' ? 'key' : { type: 'card', back };
}
