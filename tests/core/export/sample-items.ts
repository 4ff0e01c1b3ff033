import type { Base } from '#core/fact/base.ts';
import type { Card, CardId } from '#core/fact/fact.ts';
import { firstOf } from '#core/item/first-of.ts';
import { makeItem, possibleCards } from '#core/item/generate.ts';
import { formIds } from '#core/item/item.ts';
import type { FormId, Item } from '#core/item/item.ts';

/** So many items, each of another card: one of every form, then the forms by turns as far as the cards allow. */
export function sampleItems(base: Base, count: number): readonly Item[] {
  const cards = possibleCards(base);
  const items = new Map<CardId, Item>();
  const used = new Map<FormId, number>();
  const take = (card: Card, forms: readonly FormId[]): boolean => {
    if (items.has(card.id)) return false;
    const item = firstOf(forms, (form) => makeItem(base, card, form, 7));
    if (!item) return false;
    items.set(card.id, item);
    used.set(item.form, (used.get(item.form) ?? 0) + 1);
    return true;
  };
  for (const form of formIds) cards.some((card) => take(card, [form]));
  for (const card of cards) {
    if (items.size === count) break;
    take(
      card,
      formIds.toSorted((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0)),
    );
  }
  return [...items.values()];
}

/** An item with every sign that means something in one of the formats. */
export function awkwardItem(item: Item): Item {
  const awkward = ` ~ = # { } : \\ % * "quotes" 'single' <b>bold</b> & &amp; → “é” 🇳🇪 1/2; A) x, y`;
  return {
    ...item,
    stem: `${item.stem}${awkward}`,
    explanation: `${item.explanation}${awkward}\nA second line`,
    options: item.options.map((option, index) => ({
      ...option,
      text: `${option.text}${awkward}${index}`,
      ...(option.certificate && {
        certificate: { ...option.certificate, text: `${option.certificate.text}${awkward}` },
      }),
    })),
  };
}
