import type { Citation } from '../item/item.ts';

/** A source in one line that needs no words of any language: publisher, title, date, paragraph, address. */
export const citationLine = ({ publisher, title, date, paragraph, url }: Citation): string =>
  [publisher, title && `“${title}”`, date, paragraph && `¶ ${paragraph}`, url]
    .filter((part) => part !== undefined && part !== '' && part !== 0)
    .join(', ');
