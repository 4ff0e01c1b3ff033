import type { Topic } from '../fact/topic.ts';
import type { Item } from '../item/item.ts';
import { hashText } from '../item/random.ts';
import type { Heading } from './format.ts';

/** What a quiz over a topic is called in a file: the same items are the same quiz. */
export const headingOf = (
  topic: Pick<Topic, 'id' | 'title' | 'version'>,
  items: readonly Item[],
): Heading => ({
  title: topic.title,
  id: `${topic.id}-${hashText(items.map(({ id }) => id).join(' '))}`,
  dateIso: topic.version,
});
