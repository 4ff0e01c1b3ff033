import type { Base } from '../fact/base.ts';
import { factOf } from '../fact/base.ts';
import { faceOf } from '../item/face.ts';
import type { Item } from '../item/item.ts';
import { isoOfDay } from '../memory/day.ts';
import type { Ban } from './bans.ts';
import type { BanPayload } from './event.ts';

/** What a learner says about an item that should not be asked. */
export type Complaint = Pick<BanPayload, 'scope' | 'reason' | 'note'>;

/** A complaint with everything that lets the authors find the item and make it again. */
export function banOf(base: Base, item: Item, { note = '', ...complaint }: Complaint): BanPayload {
  const { form, card, seed, generator, stem } = item;
  return {
    ...complaint,
    ...(note.trim() !== '' && { note: note.trim() }),
    topic: base.topic.id,
    topicVersion: base.topic.version,
    fact: factOf(base, item.facts[0] ?? raise(item)).id,
    card,
    form,
    seed,
    generator,
    face: faceOf(item),
    stem,
  };
}

function raise({ id }: Item): never {
  throw new RangeError(`Ban an item that rests on a fact, not "${id}"`);
}

export const reportsFormat = 'harmattan-reports';
/** Do not change what a file of reports looks like without a new version. */
export const reportsVersion = 1;

/** The text of a file for the authors: what was banned, why and when; nothing about the learner. */
export function writeReports(bans: readonly Ban[]): string {
  const reports = bans.map(({ id: _, day, ...ban }) => ({ ...ban, date: isoOfDay(day) }));
  return `${JSON.stringify({ format: reportsFormat, v: reportsVersion, reports }, undefined, 2)}\n`;
}
