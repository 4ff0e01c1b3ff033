import type { Form } from '../draft.ts';
import type { FormId } from '../item.ts';
import { asOf } from './as-of.ts';
import { beforeAfter } from './before-after.ts';
import { cloze } from './cloze.ts';
import { correctedFact } from './corrected-fact.ts';
import { count } from './count.ts';
import { duration } from './duration.ts';
import { evidencePick } from './evidence-pick.ts';
import { flashcard } from './flashcard.ts';
import { gapCard } from './gap-card.ts';
import { oddOneOut } from './odd-one-out.ts';
import { singleChoice } from './single-choice.ts';
import { sourceComparison } from './source-comparison.ts';
import { trueFalse } from './true-false.ts';
import { twoHop } from './two-hop.ts';
import { typed } from './typed.ts';
import { categorise } from './categorise.ts';
import { correctTimeline } from './correct-timeline.ts';
import { map } from './map.ts';
import { matching } from './matching.ts';
import { multipleResponse } from './multiple-response.ts';
import { numeric } from './numeric.ts';
import { ordering } from './ordering.ts';
import { timeline } from './timeline.ts';
import { whatFollowed } from './what-followed.ts';
import { whoSaid } from './who-said.ts';

/** Every question form. A new one is a new file, its id in `FormId`, and a line here. */
export const forms: Readonly<Record<FormId, Form>> = {
  flashcard,
  'single-choice': singleChoice,
  'true-false': trueFalse,
  cloze,
  typed,
  duration,
  'before-after': beforeAfter,
  'what-followed': whatFollowed,
  'odd-one-out': oddOneOut,
  'as-of': asOf,
  count,
  'two-hop': twoHop,
  'who-said': whoSaid,
  'source-comparison': sourceComparison,
  'evidence-pick': evidencePick,
  'corrected-fact': correctedFact,
  'multiple-response': multipleResponse,
  numeric,
  timeline,
  ordering,
  matching,
  categorise,
  map,
  'correct-timeline': correctTimeline,
  'gap-card': gapCard,
};
