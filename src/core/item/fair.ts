import { entityOf } from '../fact/base.ts';
import type { Value } from '../fact/value.ts';
import { echoTest, isTooLong, loneMark } from './checks/give-away.ts';
import { shapeOf } from './checks/shape.ts';
import type { Shape } from './checks/shape.ts';
import { choicesOf } from './choices.ts';
import type { Distractor } from './distractors.ts';
import type { Task } from './draft.ts';
import type { Prospect } from './even-draw.ts';
import { firstOf } from './first-of.ts';
import { gainsBySize, gainsShuffled } from './gains.ts';
import { valuePhrase } from './phrase.ts';
import { sizeOf } from './size.ts';
import type { Offered } from './size.ts';
import { mentions } from './words.ts';

/** `count` of the task's distractors beside which the key does not give itself away; see `fairAmong`. */
export function fairDistractors(task: Task, stem: string, count: number): readonly Distractor[] | undefined {
  return fairOf(task, stem, task.distractors(), count);
}

/** The same of some distractors only, and of those choices that a form can use. */
export function fairOf(
  task: Task,
  stem: string,
  distractors: readonly Distractor[],
  count: number,
  wish: Omit<Choosing<Distractor>, 'count'> = {},
): readonly Distractor[] | undefined {
  const { base, language, key } = task;
  const plural = (value: Value): boolean => value.type === 'entity' && entityOf(base, value.id).plural;
  const usable = distractors.filter(
    ({ text, value }) => !mentions(stem, text) && plural(value) === plural(key),
  );
  const own = { text: valuePhrase(base, language, key), value: key };
  return fairAmong(task, own, stem, usable, { ...wish, count });
}

/** What is wanted of a choice. */
interface Choosing<T> {
  readonly count: number;
  readonly fits?: (chosen: readonly T[]) => boolean;
  /** Whether guessers may gain where nothing else can be, as little as can be: the fact itself says what to offer. */
  readonly mayLean?: boolean;
}

/**
 * `count` of some wrong options, those named first the likeliest, beside which the key does not give itself away: by its
 * length, its form or a word of the stem in no choice, and on average over all draws to no guesser, nor by its place
 * where options stand in order of size. Undefined where that cannot be, with the nearest or with all.
 */
export function fairAmong<T extends Offered>(
  task: Pick<Task, 'draw'>,
  key: Offered,
  stem: string,
  wrong: readonly T[],
  choosing: Choosing<T>,
): readonly T[] | undefined {
  const prospects = (circle: number): readonly Prospect<readonly T[]>[] =>
    prospectsAmong(key, stem, wrong.slice(0, circle), choosing);
  const circles = wrong.length > nearest ? [nearest, most] : [nearest];
  const even = firstOf(circles, (circle) => task.draw(prospects(circle)));
  return even || !choosing.mayLean ? even : task.draw(prospects(nearest), Infinity);
}

/** Of more there would be too many choices. */
const nearest = 10;
const most = 26;

/** The choices of `count` wrong options beside which the key does not give itself away, with what guessers gain by each. */
export function prospectsAmong<T extends Offered>(
  key: Offered,
  stem: string,
  wrong: readonly T[],
  choosing: Choosing<T>,
): readonly Prospect<readonly T[]>[] {
  const asked = shapeOf(stem);
  const shown = (offered: Offered) => ({ offered, shape: shapeOf(offered.text), correct: offered === key });
  const gains = [key, ...wrong].every((one) => sizeOf(one) !== undefined) ? gainsBySize : gainsShuffled;
  return fairChoices(key, stem, wrong, choosing).map((value) => ({
    value,
    ...gains(asked, [key, ...value].map(shown)),
  }));
}

/** The choices of `count` wrong options beside which the key does not give itself away. */
export function fairChoices<T extends Offered>(
  key: Offered,
  stem: string,
  wrong: readonly T[],
  { count, fits = () => true }: Choosing<T>,
): readonly (readonly T[])[] {
  const own = shapeOf(key.text);
  const echo = echoTest(shapeOf(stem), own);
  return choicesOf(wrong, count).filter((chosen) => {
    const shapes = chosen.map(({ text }) => shapeOf(text));
    return isFair(own, shapes, echo) && fits(chosen);
  });
}

function isFair(key: Shape, wrong: readonly Shape[], echo: ReturnType<typeof echoTest>): boolean {
  const marked = wrong.length > 1 && loneMark(key, wrong) !== undefined;
  return !marked && !isTooLong(key, wrong) && echo(wrong) === undefined;
}
