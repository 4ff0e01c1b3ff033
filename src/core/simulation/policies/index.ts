import type { Course, Policy } from '../policy.ts';
import { constantRetention } from './interval.ts';
import { leitner } from './leitner.ts';
import { examPolicy, greedyPolicy, retentionPolicy } from './planned.ts';
import { sm2 } from './sm2.ts';

export const policyIds = ['exam', 'retention', 'greedy', 'sm2', 'leitner', 'fsrs', 'best-retention'] as const;
export type PolicyId = (typeof policyIds)[number];

/** The rules a policy's name stands for: several where the best in hindsight counts. */
export const policies: Readonly<Record<PolicyId, readonly ((course: Course) => Policy)[]>> = {
  exam: [examPolicy],
  retention: [retentionPolicy],
  greedy: [greedyPolicy],
  sm2: [sm2],
  leitner: [leitner],
  fsrs: [(course) => constantRetention(course, 0.9, 20)],
  'best-retention': [0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98].map(
    (retention) => (course: Course) => constantRetention(course, retention, Infinity),
  ),
};
