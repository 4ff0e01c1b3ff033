import type { Base } from '#core/fact/base.ts';
import { alternativesFrom, exportItems, lossReport } from '#core/export/export-items.ts';
import type { Learner, LossLine } from '#core/export/export-items.ts';
import type { FormatId } from '#core/export/format.ts';
import { formats } from '#core/export/formats/index.ts';
import { headingOf } from '#core/export/heading.ts';
import { scheduleOf } from '#core/export/schedule.ts';
import type { Item } from '#core/item/item.ts';
import { itemMaker } from '#core/item/recipe.ts';
import { placesOf } from '#core/teach/compose.ts';
import { now } from '#lib/storage/now.ts';
import type { App } from './app.svelte.ts';
import { handOver } from './hand-over.ts';
import { quizToPrint } from './quiz-to-print.ts';
import { TeacherDesk } from './teacher-desk.svelte.ts';

/** A quiz that goes to another program. */
export interface QuizToExport {
  readonly title: string;
  readonly items: readonly Item[];
}

/** The quiz that an address names: one on the teacher's desk (`kept`), one that was taken, or one by its wishes. */
export function quizToExport(app: App, base: Base, address: URLSearchParams): QuizToExport {
  const kept = new TeacherDesk(app).find(address.get('kept'))?.quiz;
  if (!kept) return { title: base.topic.title, items: quizToPrint(app, base, address) };
  const make = itemMaker(base, app.allCards);
  const items = placesOf({ base, cards: app.allCards }, kept).flatMap(({ entry }) => make(entry) ?? []);
  return { title: kept.title || base.topic.title, items };
}

/** A file that is ready to be handed over, and what was lost in making it. */
export interface ReadyFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** How many questions stand in it. */
  readonly count: number;
  readonly lost: readonly LossLine[];
}

/** The formats whose programs can go on from what is remembered here. */
export const takesMemories = (id: FormatId): boolean => formats[id].memory === 'taken';

/** What the learner of this device remembers of a quiz; undefined where that is nothing. */
export function learnerOf({ log }: App, { items }: QuizToExport, takeAlong: boolean): Learner | undefined {
  if (!items.some(({ card }) => log.memories.has(card))) return undefined;
  return { schedule: scheduleOf(log.memories, log.reviews, now().tzOffsetMin), takeAlong };
}

/** Makes the file of a format; nothing leaves the page. */
export function readyFile(
  base: Base,
  { title, items }: QuizToExport,
  id: FormatId,
  learner?: Learner,
): ReadyFile {
  const format = formats[id];
  const heading = { ...headingOf(base.topic, items), title };
  const {
    bytes,
    items: carried,
    losses,
  } = exportItems(format, items, heading, alternativesFrom(base), learner);
  const name = `${fileName(title)}.${format.ending}`;
  return { name, mime: format.mime, bytes, count: carried.length, lost: lossReport(losses) };
}

/** Letters and digits of a title, for systems that know no others. */
const fileName = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase() || 'quiz';

export const giveFile = ({ bytes, name, mime }: ReadyFile): ReturnType<typeof handOver> =>
  handOver(bytes, name, mime);
