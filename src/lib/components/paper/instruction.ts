import type { PaperAnswer } from '#core/item/paper.ts';
import { m } from '#lib/i18n/messages.ts';

/** What to do with the pen. */
export function instruction(answer: PaperAnswer): string {
  switch (answer.type) {
    case 'options':
      return answer.count === 1 ? m.paper_how_one() : m.paper_how_several({ count: answer.count });
    case 'judge':
      return m.paper_how_judge();
    case 'line':
      return answer.inStem ? m.paper_how_gap() : m.paper_how_line();
    case 'number':
      return m.paper_how_number();
    case 'order':
      return m.paper_how_order();
    case 'columns':
      return answer.shared ? m.paper_how_sort() : m.paper_how_match();
    case 'axis':
      return { day: m.paper_how_day, month: m.paper_how_month, year: m.paper_how_year }[
        answer.axis.precision
      ]();
    case 'map':
      return m.paper_how_map();
  }
}
