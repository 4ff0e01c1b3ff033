import { elementsIn, textIn } from '../file/xml-read.ts';
import type { XmlElement } from '../file/xml-write.ts';
import type { OwnBody, OwnOption } from '../own/own-item.ts';
import type { Draft } from './deck-file.ts';
import { moodleText } from './moodle-body.ts';

/** A gap in a text: where it stands, what fills it, and how it is asked. */
interface Gap {
  readonly mark: string;
  readonly key: string;
  readonly body: OwnBody | 'key' | undefined;
}

/** The kinds of question whose gaps stand in their text. */
export const hasGaps = (question: XmlElement): boolean =>
  /^(?:cloze|ddwtos|gapselect)$/.test(String(question.attributes.type));

/** An item for each gap, with the other gaps filled; one that cannot be asked where there is none. */
export function gapDrafts(question: XmlElement, text: string): readonly Pick<Draft, 'stem' | 'body'>[] {
  const gaps = question.attributes.type === 'cloze' ? clozeGaps(text) : wordGaps(question, text);
  if (gaps.length === 0) return [{ stem: text, body: undefined }];
  return gaps.map((own) => ({
    stem: gaps.reduce((stem, gap) => stem.replace(gap.mark, () => (gap === own ? '____' : gap.key)), text),
    body: own.body,
  }));
}

/** `{1:SHORTANSWER:=Niamey#Yes~%50%Niame}`, with a backslash before signs that mean themselves. */
function clozeGaps(text: string): readonly Gap[] {
  return [...text.matchAll(/\{\d*:([A-Z_]+):((?:\\[\s\S]|[^\\}])*)\}/g)].map(
    ([mark, kind = '', source = '']) => {
      const answers = source
        .split(/(?<!\\)~/)
        .map(answerOf)
        .filter(({ text: own }) => own !== '');
      const right = answers.filter(({ share }) => share === 100);
      const [best] = right.length > 0 ? right : answers.filter(({ correct }) => correct);
      return { mark, key: keyOf(kind, best?.text ?? ''), body: clozeBody(kind, answers, right) };
    },
  );
}

const isNumber = (kind: string): boolean => /^(?:NUMERICAL|NM)$/.test(kind);

/** A number may have its tolerance behind it. */
const keyOf = (kind: string, text: string): string => (isNumber(kind) ? text.replace(/:[\s\S]*/, '') : text);

interface ClozeAnswer extends OwnOption {
  /** In percent of the gap's marks. */
  readonly share: number;
}

function answerOf(source: string): ClozeAnswer {
  const worth = /^\s*(?:(=)|%(-?\d+(?:\.\d+)?)%)/.exec(source);
  const [text = '', feedback = ''] = source
    .slice(worth?.[0].length)
    .split(/(?<!\\)#/)
    .map((part) => part.replace(/\\([\s\S])/g, '$1').trim());
  const share = worth?.[1] ? 100 : Number(worth?.[2] ?? 0);
  return { text, correct: share > 0, share, ...(share <= 0 && feedback !== '' && { feedback }) };
}

function clozeBody(
  kind: string,
  answers: readonly ClozeAnswer[],
  right: readonly ClozeAnswer[],
): OwnBody | 'key' | undefined {
  if (/^(?:MULTICHOICE|MC|MULTIRESPONSE|MR)(?:_?[VHS]+)?$/.test(kind)) return choiceOf(kind, answers);
  const [first] = right;
  if (!first) return 'key';
  if (/^(?:SHORTANSWER|SA|MW)(?:_?C)?$/.test(kind)) {
    const accepted = right.map(({ text }) => text).filter((text) => !text.includes('*'));
    return accepted.length > 0 ? { type: 'text', accepted } : undefined;
  }
  if (!isNumber(kind)) return undefined;
  const [amount, tolerance = 0] = first.text.split(':').map(Number);
  return Number.isFinite(amount) ? { type: 'number', amount: Number(amount), tolerance } : 'key';
}

/** Where no answer earns all marks, those that earn a share are right together. */
function choiceOf(kind: string, answers: readonly ClozeAnswer[]): OwnBody | 'key' {
  const options = answers.map(({ share: _, ...option }) => option);
  const count = options.filter(({ correct }) => correct).length;
  if (count === 0) return 'key';
  return { type: count === 1 && /MULTIC|MC/.test(kind) ? 'choice' : 'multiple', options };
}

/** `[[2]]` stands for the second word that may be dragged or chosen; offered are those of its group. */
function wordGaps(question: XmlElement, text: string): readonly Gap[] {
  const words = elementsIn(question, question.attributes.type === 'ddwtos' ? 'dragbox' : 'selectoption');
  const groupOf = (word: XmlElement): string => elementsIn(word, 'group').map(textIn).join();
  return [...text.matchAll(/\[\[(\d{1,3})\]\]/g)].map(([mark, number]) => {
    const own = words[Number(number) - 1];
    const key = own ? moodleText(own) : '';
    const offered = own ? words.filter((word) => groupOf(word) === groupOf(own)).map(moodleText) : [];
    const options = [...new Set(offered)].map((one) => ({ text: one, correct: one === key }));
    return { mark, key, body: own ? { type: 'choice', options } : 'key' };
  });
}
