import type { Base } from '../fact/base.ts';
import { factOfCard } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import type { FormId, Item } from '../item/item.ts';
import { carry } from './carry.ts';
import type { Alternatives } from './carry.ts';
import { lossKinds } from './carried.ts';
import type { CarriedItem, Loss, LossKind } from './carried.ts';
import type { Format, Heading } from './format.ts';
import type { Schedule } from './schedule.ts';

/** A format's file of some items, with what it lost. */
export interface Export {
  readonly bytes: Uint8Array;
  readonly items: readonly CarriedItem[];
  readonly losses: readonly Loss[];
}

/** How much of one thing is lost, by form: "3 timelines are asked as multiple choice". */
export interface LossLine {
  readonly kind: LossKind;
  readonly forms: readonly { readonly form: FormId; readonly count: number }[];
  readonly count: number;
}

/** What a learner remembers, and whether the file is to say so. */
export interface Learner {
  readonly schedule: Schedule;
  readonly takeAlong: boolean;
}

/** The items as a file of a format, and all that the format cannot hold. */
export function exportItems(
  format: Format,
  items: readonly Item[],
  heading: Heading,
  alternatives: Alternatives = () => [],
  learner?: Learner,
): Export {
  const carriages = items.map((item) => ({ item, ...carry(item, format.can, alternatives) }));
  const carried = carriages.flatMap((carriage) => carriage.items);
  const losses = carriages.flatMap(({ item, losses: kinds }) =>
    kinds.map((kind) => ({ kind, item: item.id, form: item.form })),
  );
  const taken = learner?.takeAlong && format.memory === 'taken' ? learner.schedule : undefined;
  const left = learner && format.memory && !taken ? forgottenIn(carriages, learner.schedule) : [];
  return { bytes: format.write(carried, heading, taken), items: carried, losses: [...losses, ...left] };
}

/** What the learner remembers already and the other program starts afresh. */
const forgottenIn = (
  carriages: readonly { readonly item: Item; readonly items: readonly CarriedItem[] }[],
  schedule: Schedule,
): readonly Loss[] =>
  carriages
    .filter(({ item, items }) => items.length > 0 && schedule.remembered(item.card))
    .map(({ item: { id, form } }) => ({ kind: 'schedule', item: id, form }));

/** The losses by kind and form, the gravest kind first. */
export function lossReport(losses: readonly Loss[]): readonly LossLine[] {
  return lossKinds.flatMap((kind) => {
    const own = losses.filter((loss) => loss.kind === kind);
    const forms = new Map<FormId, number>();
    for (const { form } of own) forms.set(form, (forms.get(form) ?? 0) + 1);
    const counts = [...forms].map(([form, count]) => ({ form, count }));
    return own.length > 0 ? [{ kind, forms: counts, count: own.length }] : [];
  });
}

const choiceForms: readonly FormId[] = ['single-choice', 'true-false'];
/** A seed may draw wrong options that do not go together; another draws others. */
const seedsTried = 4;

/** The same card asked by choice, for formats that know little else: every wrong option has its proof there too. */
export const alternativesFrom =
  (base: Base): Alternatives =>
  ({ card: id, facet, form, seed }) => {
    const fact = factOfCard(id);
    if (!base.facts.has(fact)) return [];
    const seeds = Array.from({ length: seedsTried }, (_, index) => seed + index);
    return choiceForms.flatMap((other) => {
      const made = seeds.map((own) => () => makeItem(base, { id, fact, facet }, other, own));
      return other === form ? [] : (firstMade(made) ?? []);
    });
  };

function firstMade(makers: readonly (() => Item | undefined)[]): Item | undefined {
  for (const make of makers) {
    const item = make();
    if (item) return item;
  }
  return undefined;
}
