import type { SavedSession } from '#lib/storage/storage.ts';

/** The topic that an address names, else that of the sitting it names; undefined for addresses of no topic. */
export function topicAt<T extends { readonly id: string }>(
  address: URL | undefined,
  topics: readonly T[],
  sessions: readonly Pick<SavedSession, 'plan'>[],
): T | undefined {
  const query = address?.searchParams;
  const sitting = query?.get('session') ?? query?.get('quiz');
  const named = query?.get('topic') ?? sessions.find(({ plan }) => plan.id === sitting)?.plan.topic;
  return topics.find(({ id }) => id === named);
}
