import { isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';

export const backupFileName = (day: Day): string => `harmattan-${isoOfDay(day)}.json`;
