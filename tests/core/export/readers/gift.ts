import { parse } from 'gift-pegjs';
import type { Body, CarriedItem } from '#core/export/carried.ts';
import { explanationWithSources } from '#core/export/explanation.ts';
import { fractionOf } from '#core/export/fractions.ts';
import { textOf } from '#core/file/utf8.ts';
import type { Reader } from './reader.ts';

/** gift-pegjs, a grammar of GIFT. */
export const giftReader: Reader = {
  read: (bytes) =>
    parse(textOf(bytes))
      .filter(({ type }) => type !== 'Category')
      .map(asRead),
  meant: asMeant,
};

type Parsed = ReturnType<typeof parse>[number];
interface Text {
  readonly text: string;
}

const textIn = (text: Text | null | undefined): string | undefined => text?.text ?? undefined;

function bodyIn(item: Parsed): unknown {
  switch (item.type) {
    case 'TF':
      return { right: item.isTrue, feedback: textIn(item.trueFeedback) };
    case 'MC':
    case 'Short':
      return item.choices.map(({ isCorrect, weight, text, feedback }) => ({
        text: text.text,
        share: weight ?? (isCorrect ? 100 : 0),
        feedback: textIn(feedback),
      }));
    case 'Numerical':
      return item.choices;
    case 'Matching':
      return item.matchPairs.map(({ subquestion, subanswer }) => [subquestion.text, subanswer]);
    default:
      return item.type;
  }
}

function bodyMeant(body: Body): unknown {
  switch (body.kind) {
    case 'true-false':
      return { right: body.right, feedback: body.feedback };
    case 'choice':
      return body.options.map(({ text, correct, feedback }) => ({
        text,
        share: correct ? 100 : 0,
        feedback,
      }));
    case 'multiple': {
      const share = Number(fractionOf(body.options.filter(({ correct }) => correct).length));
      return body.options.map(({ text, correct, feedback }) => ({
        text,
        share: correct ? share : -share,
        feedback,
      }));
    }
    case 'text':
      return body.accepted.map((text) => ({ text, share: 100, feedback: undefined }));
    case 'number':
      return { type: 'range', number: body.amount, range: body.tolerance };
    case 'match': {
      const used = new Set(body.rows.map(({ target }) => target));
      return [
        ...body.rows.map(({ text, target }) => [text, body.targets[target]]),
        ...body.targets.filter((_, index) => !used.has(index)).map((text) => ['', text]),
      ];
    }
    case 'open':
      return 'Essay';
    case 'order':
    case 'card':
      return undefined;
  }
}

function asRead(item: Parsed) {
  return {
    id: 'id' in item ? item.id : undefined,
    tags: 'tags' in item ? item.tags : undefined,
    stem: 'stem' in item ? item.stem.text : undefined,
    explanation: 'globalFeedback' in item ? textIn(item.globalFeedback) : undefined,
    body: bodyIn(item),
  };
}

function asMeant(item: CarriedItem) {
  return {
    id: item.id,
    tags: item.tags,
    stem: item.stem,
    explanation: explanationWithSources(item),
    body: bodyMeant(item.body),
  };
}
