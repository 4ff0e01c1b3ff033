import { firstOf, listOf, oneOf, record, shortText, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { ownLimits } from './own-item.ts';
import type { OwnBody, OwnItem, OwnOption } from './own-item.ts';

const line = shortText(ownLimits.text);
const filled: Shape<string> = (raw) => (line(raw)?.trim() ? line(raw) : undefined);
const truth: Shape<boolean> = oneOf([true, false]);
const few = <T>(shape: Shape<T>): Shape<T[]> => atLeast(1, listOf(shape, ownLimits.options));

const atLeast =
  <T>(least: number, list: Shape<T[]>): Shape<T[]> =>
  (raw) => {
    const read = list(raw);
    return read && read.length >= least ? read : undefined;
  };

const option = record<Omit<OwnOption, 'feedback'>, { feedback: string }>(
  { text: filled, correct: truth },
  { feedback: line },
);

const finite: Shape<number> = (raw) => (Number.isFinite(raw) ? Number(raw) : undefined);

const parts = firstOf<OwnBody>(
  record({ type: oneOf(['card']), back: shortText(ownLimits.stem) }),
  record<{ type: 'truth'; right: boolean }, { feedback: string }>(
    { type: oneOf(['truth']), right: truth },
    { feedback: line },
  ),
  record({ type: oneOf(['choice']), options: atLeast(2, few(option)) }),
  record({ type: oneOf(['multiple']), options: atLeast(2, few(option)) }),
  record({ type: oneOf(['text']), accepted: few(filled) }),
  record({ type: oneOf(['number']), amount: finite, tolerance: finite }),
  record({ type: oneOf(['order']), tiles: atLeast(2, few(filled)) }),
  record({
    type: oneOf(['match']),
    rows: atLeast(2, few(record({ text: filled, target: whole(0) }))),
    targets: few(filled),
  }),
);

/** A body whose parts fit together: one right option for a choice, a target for every row, tiles that differ. */
const body: Shape<OwnBody> = (raw) => {
  const read = parts(raw);
  return read && isWhole(read) ? read : undefined;
};

function isWhole(read: OwnBody): boolean {
  const isSet = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
  switch (read.type) {
    case 'choice':
    case 'multiple': {
      const right = read.options.filter(({ correct }) => correct).length;
      return (
        isSet(read.options.map(({ text: own }) => own)) && (read.type === 'choice' ? right === 1 : right > 0)
      );
    }
    case 'order':
      return isSet(read.tiles);
    case 'match':
      return (
        isSet(read.targets) &&
        isSet(read.rows.map(({ text: own }) => own)) &&
        read.rows.every(({ target }) => target < read.targets.length)
      );
    case 'number':
      return read.tolerance >= 0;
    case 'card':
      return read.back.trim() !== '';
    case 'text':
    case 'truth':
      return true;
  }
}

/** An item from outside, or undefined: also for one that is longer than allowed or cannot be answered. */
export const parseOwnItem: Shape<OwnItem> = record({
  id: text<string>(/^[\w-]{1,64}$/),
  stem: (raw: unknown) => {
    const read = shortText(ownLimits.stem)(raw);
    return read?.trim() ? read : undefined;
  },
  body,
  explanation: shortText(ownLimits.explanation),
  tags: listOf(shortText(ownLimits.title), ownLimits.options),
});
