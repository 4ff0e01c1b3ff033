import { expect, test } from 'vitest';

import type { SessionPlan } from '#core/session/plan.ts';
import { topicAt } from '../../../src/lib/state/topic-at.ts';

const topics = [{ id: 'coast' }, { id: 'desert' }];
const plan = { id: 's1', topic: 'desert' } as SessionPlan;
const at = (path: string) => topicAt(new URL(path, 'http://localhost'), topics, [{ plan }])?.id;

test.each([
  ['/', undefined],
  ['/explore/?topic=coast', 'coast'],
  ['/explore/?topic=nowhere', undefined],
  ['/study/?session=s1', 'desert'],
  ['/quiz/result/?quiz=s1', 'desert'],
  ['/quiz/take/?quiz=gone', undefined],
  ['/study/?session=s1&topic=coast', 'coast'],
])('topicAt() %s is %s', (path, topic) => {
  expect(at(path)).toBe(topic);
});

test('topicAt() is undefined before there is an address', () => {
  expect(topicAt(undefined, topics, [])).toBeUndefined();
});
