import type { FormId } from '../item.ts';
import type { Check } from './check.ts';

const fewest = 3;
/** Many disputes have two sides, and a third would be made up. */
const twoSided: ReadonlySet<FormId> = new Set<FormId>(['source-comparison']);
const most: Readonly<Record<string, number>> = { 'multiple-choice': 8, point: 30 };

/** Three options suffice; two are a coin, and more than five are not read. A repair may offer two. */
export const optionCount: Check = {
  id: 'option-count',
  find({ item, offers }) {
    const [own] = offers;
    if (!own || own.options !== item.options) return undefined;
    const { length } = own.options;
    return length < (twoSided.has(item.form) ? 2 : fewest) || length > (most[item.interaction] ?? 5)
      ? `${length} options`
      : undefined;
  },
};
