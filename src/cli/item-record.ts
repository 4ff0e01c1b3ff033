import type { Citation, Item, Option } from '#core/item/item.ts';
import type { Layout, Target } from '#core/item/layout.ts';

/** An item as `--json` writes it: content/schema/item.schema.json, always with all fields, in this order. */
export function itemRecord(item: Item) {
  return {
    id: item.id,
    form: item.form,
    interaction: item.interaction,
    topic: item.topic,
    facts: item.facts,
    facet: item.facet,
    cards: item.cards,
    stem: item.stem,
    options: item.options.map(optionRecord),
    key: item.key,
    accepted: item.accepted,
    explanation: item.explanation,
    citations: item.citations.map(citationRecord),
    asOf: item.asOf ?? null,
    accordingTo: item.accordingTo ?? null,
    difficulty: item.difficulty,
    seed: item.seed,
    generator: item.generator,
    guess: item.guess,
    levers: item.levers,
    ...(item.repair && {
      repair: { wrong: item.repair.wrong, options: item.repair.options.map(optionRecord) },
    }),
    ...(item.layout && { layout: layoutRecord(item.layout) }),
  };
}

const optionRecord = ({ id, text, correct, certificate, entity }: Option) => ({
  id,
  text,
  correct,
  certificate: certificateRecord(certificate),
  ...(entity && { entity }),
});

const certificateRecord = (certificate: Option['certificate']) =>
  certificate
    ? {
        law: certificate.law,
        refutedBy: certificate.refutedBy,
        belongsTo: certificate.belongsTo ?? null,
        text: certificate.text,
      }
    : null;

const layoutRecord = (layout: Layout) =>
  layout.type === 'match' ? { ...layout, targets: layout.targets.map(targetRecord) } : layout;

const targetRecord = ({ id, text, certificate }: Target) => ({
  id,
  text,
  certificate: certificateRecord(certificate),
});

const citationRecord = ({ source, publisher, title, date, paragraph, url }: Citation) => ({
  source,
  publisher,
  title: title ?? null,
  date,
  paragraph: paragraph ?? null,
  url: url ?? null,
});
