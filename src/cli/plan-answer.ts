import { cardId } from '#core/fact/fact.ts';
import type { CardId, FactId } from '#core/fact/fact.ts';
import type { Day } from '#core/memory/day.ts';
import type { Memory } from '#core/memory/replay.ts';
import { planDay } from '#core/plan/day-plan.ts';
import { learnerOf } from '#core/plan/habits.ts';
import { outlook } from '#core/plan/outlook.ts';
import type { DayPlan, Task } from '#core/plan/pick.ts';
import { fitLog } from '#core/review/fit-log.ts';
import { habitsOfLog } from '#core/review/habits-of-log.ts';
import { standingAfter } from '#core/review/standing.ts';
import type { Given } from '#core/review/standing.ts';
import type { FactState, PlanState, ReviewState } from './plan-state.ts';

/** What to ask on a day, as `harmattan plan` prints it. */
export interface PlanAnswer {
  readonly today: number;
  readonly queue: readonly string[];
  readonly more: readonly string[];
  readonly new: readonly string[];
  readonly minutes: number;
  /** Mean recall on the exam day; null where there is no exam ahead. */
  readonly recallAtExam: { readonly now: number; readonly planned: number } | null;
  readonly notes: readonly string[];
}

/** The app's own plan for a state. */
export function planAnswer(state: PlanState): PlanAnswer {
  const { today, examDay, minutes, minutesToday, laterShare, retention } = state;
  const facts = state.facts.filter(({ suspended }) => !suspended);
  const log = logOf(facts, today);
  const { weights } = fitLog(log);
  const { memories } = standingAfter(log, weights);
  const learner = learnerOf(habitsOfLog(log, today), weights);
  const tasks = tasksOf(facts, memories);
  const goal = { today, examDay, secondsToday: minutesToday * 60, secondsPerDay: minutes * 60 };
  const plan = planDay(tasks, { ...goal, laterShare, retention }, learner);
  const idOf = ({ task }: DayPlan['queue'][number]): string => facts[task]?.id ?? '';
  return {
    today,
    queue: plan.queue.map(idOf),
    more: plan.more.map(idOf),
    new: plan.queue.filter(({ task }) => !tasks[task]?.memory).map(idOf),
    minutes: rounded(plan.seconds / 60),
    recallAtExam:
      examDay === undefined || examDay < today || tasks.length === 0
        ? null
        : shares(outlook(tasks, plan.queue, { today, examDay }, learner), tasks.length),
    notes: notesOn(state),
  };
}

/** All reviews in the order of their days, without those that have not happened yet. */
function logOf(facts: readonly FactState[], today: Day): readonly Given[] {
  return facts
    .flatMap(({ id, reviews }) => reviews.map((review) => givenOf(id, review)))
    .filter(({ dayKey }) => dayKey <= today)
    .toSorted((a, b) => a.dayKey - b.dayKey);
}

/** A right answer that may be a guess is a choice; any other is as the learner rated it. */
function givenOf(id: string, { day, rating, guess }: ReviewState): Given {
  const isChoice = guess > 0;
  return {
    dayKey: day,
    payload: {
      card: cardOf(id),
      response: isChoice ? { type: 'choice', option: '' } : { type: 'reveal', rating },
      marks: rating === 'again' ? 0 : 1,
      guess,
      tookMs: 0,
    },
  };
}

/** Each fact of a state is one card. */
const cardOf = (id: string): CardId => cardId(id as FactId, 'object');

function tasksOf(facts: readonly FactState[], memories: ReadonlyMap<CardId, Memory>): readonly Task[] {
  const places = new Map(facts.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const alike = pairNames(facts);
  return facts.map(({ id, importance, group, after }) => ({
    memory: memories.get(cardOf(id)),
    importance,
    fact: group,
    alike: alike.get(id) ?? [],
    after: placesOf(after),
  }));
}

/** A name for each pair of rivals, for both of them. */
function pairNames(facts: readonly FactState[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { id, rivals } of facts) {
    for (const rival of rivals) {
      const name = JSON.stringify([id, rival].toSorted());
      for (const either of [id, rival]) names.set(either, [...(names.get(either) ?? []), name]);
    }
  }
  return names;
}

function shares({ now, planned }: { readonly now: number; readonly planned: number }, count: number) {
  return { now: rounded(now / count), planned: rounded(planned / count) };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

function notesOn({ today, examDay, minutesToday, facts }: PlanState): readonly string[] {
  const future = facts.reduce((sum, { reviews }) => sum + reviews.filter(({ day }) => day > today).length, 0);
  return [
    ...(examDay !== undefined && examDay < today
      ? ['The exam day is past: this is a plan for the long term']
      : []),
    ...(minutesToday === 0 ? ['There are no minutes left today'] : []),
    ...(facts.every(({ suspended }) => suspended)
      ? ['There is no fact to ask: none is given, or all are suspended']
      : []),
    ...(future === 1 ? ['1 review is dated after today and was left out'] : []),
    ...(future > 1 ? [`${future} reviews are dated after today and were left out`] : []),
  ];
}
