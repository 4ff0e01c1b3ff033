import type { Body, CarriedItem, Kind, LossKind } from './carried.ts';

/** What a format can hold. Everything else is lost, counted and said before the file is made. */
export interface Abilities {
  readonly kinds: ReadonlySet<Kind>;
  /** Whether each option can say why it is wrong. */
  readonly optionFeedback: boolean;
  /** Whether an explanation can follow, and whether sources have a place of their own beside it. */
  readonly explanation: 'none' | 'with-sources' | 'apart';
  /** Ways of asking that give marks for what is partly right. */
  readonly partialMarks: ReadonlySet<Kind>;
  readonly mostOptions?: number;
  readonly longestStem?: number;
  readonly longestOption?: number;
}

/** Whether an item stays within a format's limits. */
export function fits(can: Abilities, { stem, body }: CarriedItem): boolean {
  const { longestStem = Infinity, longestOption = Infinity, mostOptions = Infinity } = can;
  const texts = optionTexts(body);
  return (
    stem.length <= longestStem &&
    texts.length <= mostOptions &&
    texts.every((text) => text.length <= longestOption)
  );
}

const optionTexts = (body: Body): readonly string[] => {
  if (body.kind === 'choice' || body.kind === 'multiple') return body.options.map(({ text }) => text);
  return body.kind === 'text' ? body.accepted.slice(0, 1) : [];
};

/** What a format leaves out of an item that it carries. */
export function lossesOf(can: Abilities, { body, sources }: CarriedItem): readonly LossKind[] {
  const isPartial = body.kind === 'multiple' || body.kind === 'order' || body.kind === 'match';
  const lost: Readonly<Partial<Record<LossKind, boolean>>> = {
    spelling: body.kind === 'text' && !can.kinds.has('card'),
    'partial-marks': isPartial && !can.partialMarks.has(body.kind),
    'option-feedback': !can.optionFeedback && hasFeedback(body),
    explanation: can.explanation === 'none',
    'sources-in-explanation': can.explanation === 'with-sources' && sources.length > 0,
    sources: can.explanation === 'none' && sources.length > 0,
  };
  return (Object.keys(lost) as LossKind[]).filter((kind) => lost[kind]);
}

function hasFeedback(body: Body): boolean {
  if (body.kind === 'true-false') return body.feedback !== undefined;
  const options = body.kind === 'choice' || body.kind === 'multiple' ? body.options : [];
  return options.some(({ feedback }) => feedback !== undefined);
}
