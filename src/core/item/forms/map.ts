import { entityOf } from '../../fact/base.ts';
import { isOnMap } from '../atlas.ts';
import type { Form } from '../draft.ts';
import { fairOf } from '../fair.ts';
import type { Option } from '../item.ts';
import { keyOf, optionsOf } from '../options.ts';
import { choiceStemOf, stemOf } from '../sentence.ts';

const wrongPlaces = 3;
const fewestWrongPlaces = 2;

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
    const distractors =
      stem === undefined
        ? undefined
        : (fairOf(task, stem, drawn, wrongPlaces) ?? fairOf(task, stem, drawn, fewestWrongPlaces));
    if (stem === undefined || !distractors) return undefined;
    const places = new Map(distractors.map(({ value, text }) => [text, value]));
    const options = optionsOf(task, distractors).map((option): Option => {
      const place = option.correct ? key : places.get(option.text);
      return place?.type === 'entity' ? { ...option, entity: place.id } : option;
    });
    return { stem, options, key: keyOf(options), accepted: [], guess: 1 / options.length };
  },
};
