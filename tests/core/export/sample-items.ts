import type { Base } from '#core/fact/base.ts';
import { makeItem, possibleCards } from '#core/item/generate.ts';
import { formIds } from '#core/item/item.ts';
import type { FormId, Item } from '#core/item/item.ts';

/** So many items, each of another card, the forms by turns as far as the cards allow. */
export function sampleItems(base: Base, count: number): readonly Item[] {
  const items: Item[] = [];
  const used = new Map<FormId, number>();
  for (const card of possibleCards(base)) {
    const order = formIds.toSorted((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
    for (const form of order) {
      const item = makeItem(base, card, form, 7);
      if (!item) continue;
      items.push(item);
      used.set(form, (used.get(form) ?? 0) + 1);
      break;
    }
    if (items.length === count) break;
  }
  return items;
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
