import { resolve } from '$app/paths';
import { topics } from 'virtual:topics';

import type { Base } from '#core/fact/base.ts';

/** Pages that show something of one topic. */
const pages = {
  briefing: resolve('/explore/briefing/'),
  disputes: resolve('/explore/disputes/'),
  explore: resolve('/explore/'),
  fact: resolve('/explore/fact/'),
  glossary: resolve('/explore/glossary/'),
  map: resolve('/explore/map/'),
  sources: resolve('/explore/sources/'),
  study: resolve('/study/'),
  timeline: resolve('/explore/timeline/'),
  who: resolve('/explore/who/'),
} as const;

/** The address of a page, with its topic where there are several: it may be opened anywhere. */
export function addressIn(
  { topic }: Base,
  page: keyof typeof pages,
  query: Readonly<Record<string, string>> = {},
): string {
  const whole = { ...query, ...(topics.length > 1 && { topic: topic.id }) };
  const text = new URLSearchParams(whole).toString();
  return text === '' ? pages[page] : `${pages[page]}?${text}`;
}
