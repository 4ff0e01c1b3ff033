import type { Form } from '../draft.ts';
import { fairDistractors } from '../fair.ts';
import { keyOf, optionsOf } from '../options.ts';
import { choiceStemOf, stemOf } from '../sentence.ts';

/** Three options suffice (Tarrant 2009, Rush 2016); more lures only cost memory. */
const wrongOptions = 2;

/** One right option among certified wrong ones. */
export const singleChoice: Form = {
  id: 'single-choice',
  interaction: 'choice',
  effort: 0.3,
  make(task) {
    const { base, fact, facet } = task;
    const stem = task.single ? stemOf(base, fact, facet) : choiceStemOf(base, fact, facet);
    const distractors = stem === undefined ? undefined : fairDistractors(task, stem, wrongOptions);
    if (stem === undefined || !distractors) return undefined;
    const options = optionsOf(task, distractors);
    return { stem, options, key: keyOf(options), accepted: [], guess: 1 / options.length };
  },
};
