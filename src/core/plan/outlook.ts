import type { Day } from '../memory/day.ts';
import { greedyGain, greedyMeeting } from './greedy-plan.ts';
import type { Learner } from './learner.ts';
import { worth } from './objective.ts';
import type { Pick } from './pick.ts';
import type { Candidate } from './rank.ts';

/** How many of the candidates would be recalled on the exam day. */
export interface Outlook {
  /** If nothing more were asked. */
  readonly now: number;
  /** If what was picked for today were, and nothing after it. */
  readonly planned: number;
}

export function outlook(
  candidates: readonly Candidate[],
  picks: readonly Pick[],
  { today, examDay }: { readonly today: Day; readonly examDay: Day },
  learner: Learner,
): Outlook {
  const days = Math.max(0, examDay - today);
  const meeting = greedyMeeting(days, 0, learner).gain;
  const gainOf = ({ memory }: Candidate): number =>
    memory ? greedyGain(memory, Math.max(0, today - memory.last), days, 0, learner).gain : meeting;
  const now = candidates.reduce(
    (sum, { memory }) =>
      sum +
      (memory ? worth(memory.stability, days + Math.max(0, today - memory.last), 0, learner.weights) : 0),
    0,
  );
  const gained = picks.reduce((sum, { task }) => {
    const candidate = candidates[task];
    return sum + (candidate ? gainOf(candidate) : 0);
  }, 0);
  return { now, planned: now + gained };
}
