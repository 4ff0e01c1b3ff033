import type { Check } from './check.ts';

const fewest = 3;
const most: Readonly<Record<string, number>> = { 'multiple-choice': 8, point: 30 };

/** Three options suffice; two are a coin, and more than five are not read. A repair may offer two. */
export const optionCount: Check = {
  id: 'option-count',
  find({ item, offers }) {
    const [own] = offers;
    if (!own || own.options !== item.options) return undefined;
    const { length } = own.options;
    return length < fewest || length > (most[item.interaction] ?? 5) ? `${length} options` : undefined;
  },
};
