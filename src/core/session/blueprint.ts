import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Card, Fact } from '../fact/fact.ts';
import { valueIn } from '../fact/slot.ts';
import { foreseenDifficulty } from '../item/difficulty.ts';
import { forms as allForms } from '../item/forms/index.ts';
import { formIds } from '../item/item.ts';
import type { FormId, Interaction } from '../item/item.ts';
import type { Answering, QuizSpec } from './plan.ts';

/** A card that a quiz may ask, and the forms in which it may. */
export interface Askable {
  readonly card: Card;
  readonly fact: Fact;
  readonly forms: readonly FormId[];
}

/** The cards and forms that meet the wishes. Easy and hard are the lowest and the highest third of what is left. */
export function poolOf(base: Base, cards: readonly Card[], spec: QuizSpec): readonly Askable[] {
  const wished = spec.forms.length === 0 ? markedForms() : spec.forms;
  const forms = formIds.filter(
    (form) =>
      wished.includes(form) &&
      (spec.answering === undefined || answeringOf[allForms[form].interaction] === spec.answering),
  );
  const askables = cards
    .map((card) => ({ card, fact: factOf(base, card.fact), forms }))
    .filter(({ fact }) => isWished(fact, spec));
  return spec.difficulty === undefined || spec.difficulty === 'mixed'
    ? askables
    : thirdOf(askables, spec.difficulty);
}

/** The forms that the program marks: where learners judge themselves, there is nothing for a quiz to count. */
export const markedForms = (): readonly FormId[] =>
  formIds.filter((form) => allForms[form].interaction !== 'reveal');

/** What parallel versions have in common: the place of an item in the blueprint. */
export function cellOf(fact: Fact, { facet }: Card, form: FormId): string {
  const dated = valueIn(fact, facet)?.type ?? '';
  return [fact.subtopic, fact.importance, form, dated].join('|');
}

/** Whether an interaction shows what is right among other things, or wants it out of one's head. */
export const answeringOf: Readonly<Record<Interaction, Answering>> = {
  reveal: 'recall',
  choice: 'recognition',
  'multiple-choice': 'recognition',
  'text-entry': 'recall',
  number: 'recall',
  order: 'recognition',
  match: 'recognition',
  date: 'recall',
  point: 'recognition',
};

const isWished = ({ subtopic, importance }: Fact, { subtopics, importances = [] }: QuizSpec): boolean =>
  (subtopics.length === 0 || subtopics.includes(subtopic)) &&
  (importances.length === 0 || importances.includes(importance));

function thirdOf(askables: readonly Askable[], end: 'easy' | 'hard'): readonly Askable[] {
  const graded = askables.map((askable) => ({
    askable,
    difficulties: askable.forms.map((form) => foreseen(askable, form)),
  }));
  const all = graded.flatMap(({ difficulties }) => difficulties).toSorted((a, b) => a - b);
  const third = Math.floor(all.length / 3);
  const [low = 1, high = 0] = [all[third], all[all.length - 1 - third]];
  const fits = (difficulty: number): boolean => (end === 'easy' ? difficulty <= low : difficulty >= high);
  return graded.map(({ askable, difficulties }) => ({
    ...askable,
    forms: askable.forms.filter((_, index) => fits(difficulties[index] ?? low)),
  }));
}

function foreseen({ card, fact }: Askable, form: FormId): number {
  const key = valueIn(fact, card.facet);
  return key ? foreseenDifficulty(allForms[form], fact, key) : 0;
}
