import type { Source } from '#core/fact/source.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

/** What names a source in a list: its title, or what it is called inside a sentence. */
export const titleOf = ({ title, phrase }: Source): string => title ?? phrase;

/** Author, publisher and date of a source, as far as they are known. */
export function imprintOf({ author, publisher, date, consulted }: Source): string {
  const when = date
    ? formatDate(date.iso)
    : consulted && m.explore_consulted({ date: formatDate(consulted.iso) });
  return [author, publisher, when].filter((part) => part !== undefined).join(m.common_dot());
}
