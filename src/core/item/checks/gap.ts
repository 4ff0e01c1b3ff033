import { gap as hole } from '../sentence.ts';
import type { Check } from './check.ts';

const most = 3;

export const gap: Check = {
  id: 'gap',
  find({ item }) {
    const parts = item.stem.split(hole);
    if (item.form === 'cloze' && parts.length === 1) return 'there is no gap';
    if (parts.length - 1 > most) return `more than ${most} gaps`;
    return parts.slice(1, -1).some((part) => part.trim() === '') ? 'two gaps stand side by side' : undefined;
  },
};
