import { entityOf } from '../../fact/base.ts';
import { isOnMap } from '../atlas.ts';
import type { Distractor } from '../distractors.ts';
import type { Form, Task } from '../draft.ts';
import { fairChoices } from '../fair.ts';
import { firstOf } from '../first-of.ts';
import type { Option } from '../item.ts';
import { keyOf, optionsOf } from '../options.ts';
import { valuePhrase } from '../phrase.ts';
import { choiceStemOf, stemOf } from '../sentence.ts';
import { mentions } from '../words.ts';

/** So many wrong places, or fewer where there are not enough. */
const wrongPlaces = [3, 2] as const;
const nearest = 10;

/** A place pointed at among certified wrong ones, all of one kind. */
export const map: Form = {
  id: 'map',
  interaction: 'point',
  effort: 0.4,
  make(task) {
    const { base, fact, facet, key } = task;
    // A map shows of which country a region is one.
    const isShown = !task.single && key.type === 'entity' && entityOf(base, key.id).kind === 'region';
    if (isShown || !isOnMap(base, key)) return undefined;
    const stem = task.single ? stemOf(base, fact, facet) : choiceStemOf(base, fact, facet);
    const drawn = stem === undefined ? [] : task.distractors((value) => isOnMap(base, value));
    const distractors = stem === undefined ? undefined : placesAmong(task, stem, drawn);
    if (stem === undefined || !distractors) return undefined;
    const places = new Map(distractors.map(({ value, text }) => [text, value]));
    const options = optionsOf(task, distractors).map((option): Option => {
      const place = option.correct ? key : places.get(option.text);
      return place?.type === 'entity' ? { ...option, entity: place.id } : option;
    });
    return { stem, options, key: keyOf(options), accepted: [], guess: 1 / options.length };
  },
};

/** Letters stand on the map, so that no guesser has a name to go by. */
function placesAmong(
  task: Task,
  stem: string,
  wrong: readonly Distractor[],
): readonly Distractor[] | undefined {
  const own = { text: valuePhrase(task.base, task.language, task.key) };
  const usable = wrong.filter(({ text }) => !mentions(stem, text)).slice(0, nearest);
  return firstOf(wrongPlaces, (count) =>
    task.draw(fairChoices(own, stem, usable, { count }).map((value) => ({ value, gains: [] }))),
  );
}
