import { planAnswer } from '../plan-answer.ts';
import { parsePlanState } from '../plan-state.ts';
import { done } from './command.ts';
import type { Command } from './command.ts';

export const plan: Command = {
  name: 'plan',
  summary: 'reads a state of learning a line on stdin, and answers each with what to ask today, in order',
  takes: ['json'],
  details: [
    '',
    'A line: {"today": DAY, "examDay": DAY, "minutes": 10, "facts": [FACT, ...]}',
    '  DAY is "yyyy-mm-dd" or a whole number of days. Without "examDay" the plan is for the long term.',
    '  "minutesToday" (as "minutes") is what is left of today; "laterShare" 0..1 (0) how much recall 30 days after the',
    '  exam counts; "retention" 0.5..0.99 (0.9) where there is no exam.',
    'FACT: {"id": "a", "reviews": [{"day": DAY, "rating": "again"|"hard"|"good"|"easy" or 1..4}, ...]}',
    '  A new fact has no reviews. "importance" (1) is a factor on its value; facts of one "group" are sides of one thing;',
    '  "rivals" are ids not to be met on the same day; "after" are ids to be met before; "suspended": true leaves it out;',
    '  a review\'s "guess" 0..0.9 (0) is the chance that somebody who does not know answers right: half with two options.',
    "The learner's own weights are fitted to all reviews of the line, as the app does after a sitting.",
    '',
    'The answer: {"today", "queue": [ids, the most useful first], "more": [ids, if there is time left], "new": [the new ids',
    'of the queue], "minutes": expected, "recallAtExam": {"now", "planned"}, "notes": [sentences]}. "recallAtExam" is mean',
    'recall on the exam day if nothing more is asked, and if the queue is. A line that cannot be read is answered with',
    '{"error": {"field", "message"}}. Every line is answered as it comes.',
  ],
  run: () => ({ ...done([]), answer: answerLine }),
};

function answerLine(line: string): string {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return problem('the line', 'Write one JSON object on one line');
  }
  const state = parsePlanState(raw);
  return state.ok
    ? JSON.stringify(planAnswer(state.value))
    : problem(state.problem.field, state.problem.message);
}

const problem = (field: string, message: string): string => JSON.stringify({ error: { field, message } });
