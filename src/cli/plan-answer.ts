import { defaultWeights } from '#core/memory/fsrs.ts';
import { practised } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import { planDay } from '#core/plan/day-plan.ts';
import { habitsOf, learnerOf } from '#core/plan/habits.ts';
import { outlook } from '#core/plan/outlook.ts';
import type { DayPlan, Task } from '#core/plan/pick.ts';
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
  const histories = facts.map((fact) => historyOf(fact, state));
  const learner = learnerOf(habitsOf(histories, today), defaultWeights);
  const tasks = tasksOf(facts, histories.map(memoryOf));
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

/** A fact's reviews in the order of their days, without those that have not happened yet. */
function historyOf({ reviews }: FactState, { today }: PlanState): readonly ReviewState[] {
  return reviews.filter(({ day }) => day <= today).toSorted((a, b) => a.day - b.day);
}

function memoryOf(history: readonly ReviewState[]): Memory | undefined {
  return history.reduce<Memory | undefined>((memory, review) => practised(memory, review), undefined);
}

function tasksOf(facts: readonly FactState[], memories: readonly (Memory | undefined)[]): readonly Task[] {
  const places = new Map(facts.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const alike = pairNames(facts);
  return facts.map(({ id, importance, group, after }, place) => ({
    memory: memories[place],
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
    ...(future > 0 ? [`${future} reviews are dated after today and were left out`] : []),
  ];
}
