import type { FormId } from '../item.ts';
import { gap as hole } from '../sentence.ts';
import type { Check } from './check.ts';

const most = 3;
const holed: ReadonlySet<FormId> = new Set<FormId>(['cloze', 'gap-card']);

export const gap: Check = {
  id: 'gap',
  find({ item }) {
    const parts = item.stem.split(hole);
    if (holed.has(item.form) && parts.length === 1) return 'there is no gap';
    if (parts.length - 1 > most) return `more than ${most} gaps`;
    return parts.slice(1, -1).some((part) => part.trim() === '') ? 'two gaps stand side by side' : undefined;
  },
};
