import type { Form } from '../draft.ts';
import type { FormId } from '../item.ts';
import { cloze } from './cloze.ts';
import { flashcard } from './flashcard.ts';
import { singleChoice } from './single-choice.ts';
import { trueFalse } from './true-false.ts';
import { typed } from './typed.ts';
import { categorise } from './categorise.ts';
import { correctTimeline } from './correct-timeline.ts';
import { map } from './map.ts';
import { matching } from './matching.ts';
import { multipleResponse } from './multiple-response.ts';
import { numeric } from './numeric.ts';
import { ordering } from './ordering.ts';
import { timeline } from './timeline.ts';

/** Every question form. A new one is a new file, its id in `FormId`, and a line here. */
export const forms: Readonly<Record<FormId, Form>> = {
  flashcard,
  'single-choice': singleChoice,
  'true-false': trueFalse,
  cloze,
  typed,
  'multiple-response': multipleResponse,
  numeric,
  timeline,
  ordering,
  matching,
  categorise,
  map,
  'correct-timeline': correctTimeline,
};
