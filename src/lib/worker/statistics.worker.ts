import { outlookByMinutes } from '#core/card/exam-outlook.ts';
import type { MinutesOutlook } from '#core/card/exam-outlook.ts';
import { indexTopic } from '#core/fact/base.ts';
import type { Card, CardId } from '#core/fact/fact.ts';
import type { Topic } from '#core/fact/topic.ts';
import { itemMaker } from '#core/item/recipe.ts';
import type { Day } from '#core/memory/day.ts';
import type { Weights } from '#core/memory/fsrs.ts';
import type { Memory } from '#core/memory/replay.ts';
import { learnerOf } from '#core/plan/habits.ts';
import { statisticsOf } from '#core/progress/statistics.ts';
import type { Statistics } from '#core/progress/statistics.ts';
import { habitsOfLog } from '#core/review/habits-of-log.ts';
import type { ReviewEvent } from '#core/review/log.ts';

/** What the page sends. */
export interface StatisticsRequest {
  readonly topic: Topic;
  /** Every card of the topic. */
  readonly cards: readonly Card[];
  readonly reviews: readonly ReviewEvent[];
  readonly memories: ReadonlyMap<CardId, Memory>;
  readonly suspended: ReadonlySet<CardId>;
  readonly today: Day;
  /** The learner's own. */
  readonly weights: Weights;
  /** The exam that lies ahead, and the minutes a day to look at. */
  readonly exam?: { readonly day: Day; readonly minutes: readonly number[] };
}

/** What it gets back. */
export interface StatisticsAnswer extends Statistics {
  readonly exam: readonly MinutesOutlook[];
  /** Cards that the exam is about. */
  readonly examCards: number;
}

/** Works the statistics out beside the page, which stays free for the finger. */
addEventListener('message', ({ data }: MessageEvent<StatisticsRequest>) => postMessage(answerTo(data)));

function answerTo({
  topic,
  cards: all,
  reviews,
  memories,
  suspended,
  today,
  weights,
  exam,
}: StatisticsRequest): StatisticsAnswer {
  const base = indexTopic(topic);
  const learner = learnerOf(habitsOfLog(reviews, today), weights);
  const asked = all.filter(({ id }) => !suspended.has(id));
  return {
    ...statisticsOf(base, reviews, today, itemMaker(base, all), weights),
    exam: exam
      ? outlookByMinutes(base, asked, memories, { today, examDay: exam.day, learner }, exam.minutes)
      : [],
    examCards: asked.length,
  };
}
