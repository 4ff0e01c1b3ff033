import type { PaperAnswer } from '#core/item/paper.ts';
import { m } from '#lib/i18n/messages.ts';

/** What to do with the pen; nothing where a sheet apart has the line to write on. */
export function instruction(answer: PaperAnswer, apart = false): string {
  switch (answer.type) {
    case 'options':
      return answer.count === 1 ? m.paper_how_one() : m.paper_how_several({ count: answer.count });
    case 'judge':
      return m.paper_how_judge();
    case 'line':
      if (answer.inStem) return m.paper_how_gap();
      return apart ? '' : m.paper_how_line();
    case 'number':
      return m.paper_how_number();
    case 'order':
      return m.paper_how_order();
    case 'columns':
      return answer.shared ? m.paper_how_sort() : m.paper_how_match();
    case 'axis':
      return (apart ? datesApart : dates)[answer.axis.precision]();
    case 'map':
      return m.paper_how_map();
  }
}

const dates = { day: m.paper_how_day, month: m.paper_how_month, year: m.paper_how_year } as const;
const datesApart = {
  day: m.paper_how_day_apart,
  month: m.paper_how_month_apart,
  year: m.paper_how_year_apart,
} as const;
