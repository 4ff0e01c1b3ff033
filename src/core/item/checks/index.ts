import type { Base } from '../../fact/base.ts';
import { valueIn } from '../../fact/slot.ts';
import { languageOf } from '../../language/index.ts';
import type { Item } from '../item.ts';
import { valuePhrase } from '../phrase.ts';
import { absolute } from './absolute.ts';
import { agreement } from './agreement.ts';
import { allOrNone } from './all-or-none.ts';
import { ascending } from './ascending.ts';
import { certified } from './certified.ts';
import { chance } from './chance.ts';
import type { Check, CheckId } from './check.ts';
import { gap } from './gap.ts';
import { layout } from './layout.ts';
import { loneFormat } from './lone-format.ts';
import { longestKey } from './longest-key.ts';
import { negative } from './negative.ts';
import { isJudged, offersOf } from './offers.ts';
import { oneKey } from './one-key.ts';
import { optionCount } from './option-count.ts';
import { question } from './question.ts';
import { sameKind } from './same-kind.ts';
import { sourced } from './sourced.ts';
import { stemEcho } from './stem-echo.ts';
import { stemSaysKey } from './stem-says-key.ts';
import { toldWith } from './told-with.ts';
import { tolerance } from './tolerance.ts';
import { twinOptions } from './twin-options.ts';
import { wording } from './wording.ts';

/** Every check. A new one is a new file, its id in `checkIds`, and a line here. */
const checks: Readonly<Record<CheckId, Check>> = {
  wording,
  question,
  negative,
  'told-with': toldWith,
  'stem-says-key': stemSaysKey,
  'one-key': oneKey,
  'option-count': optionCount,
  certified,
  'same-kind': sameKind,
  'twin-options': twinOptions,
  'all-or-none': allOrNone,
  absolute,
  'longest-key': longestKey,
  'stem-echo': stemEcho,
  'lone-format': loneFormat,
  agreement,
  ascending,
  gap,
  tolerance,
  layout,
  chance,
  sourced,
};

export interface Flaw {
  readonly check: CheckId;
  /** What is wrong, for an author. */
  readonly complaint: string;
}

/** Everything that is wrong with an item by our own rules. An item with a flaw is never shown. */
export function flawsOf(base: Base, item: Item): readonly Flaw[] {
  const [id] = item.facts;
  const fact = id && base.facts.get(id);
  const key = fact && valueIn(fact, item.facet);
  if (!fact || !key) return [{ check: 'sourced', complaint: 'the item rests on no fact' }];
  const language = languageOf(item.language);
  const right = item.options.find(({ correct }) => correct);
  const valued = !right || isJudged(item) || right.text === valuePhrase(base, language, key);
  const asksValue = valued && item.layout === undefined;
  const inspected = { base, language, fact, key, item, asksValue, offers: offersOf(item) };
  return Object.values(checks).flatMap((check) => {
    const complaint = check.find(inspected);
    return complaint === undefined ? [] : [{ check: check.id, complaint }];
  });
}
