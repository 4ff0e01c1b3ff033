import { indexTopic } from '#core/fact/base.ts';
import type { Topic } from '#core/fact/topic.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import type { Day } from '#core/memory/day.ts';
import { statisticsOf } from '#core/progress/statistics.ts';
import type { ReviewEvent } from '#core/review/log.ts';

/** What the page sends: the topic once, then the log as often as it changes. */
export interface StatisticsRequest {
  readonly topic: Topic;
  readonly reviews: readonly ReviewEvent[];
  readonly today: Day;
}

/** Works the statistics out beside the page, which stays free for the finger. */
addEventListener('message', ({ data: { topic, reviews, today } }: MessageEvent<StatisticsRequest>) => {
  const base = indexTopic(topic);
  const cards = new Map(cardsOf(base).map((card) => [card.id, card]));
  const statistics = statisticsOf(base, reviews, today, ({ card: id, form, seed }) => {
    const card = cards.get(id);
    return card && makeItem(base, card, form, seed);
  });
  postMessage(statistics);
});
