import type { Citation, Item, Option } from '#core/item/item.ts';

/** An item as `--json` writes it: content/schema/item.schema.json, always with all fields, in this order. */
export function itemRecord(item: Item) {
  return {
    id: item.id,
    form: item.form,
    interaction: item.interaction,
    topic: item.topic,
    facts: item.facts,
    facet: item.facet,
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
  };
}

const optionRecord = ({ id, text, correct, certificate }: Option) => ({
  id,
  text,
  correct,
  certificate: certificate
    ? {
        law: certificate.law,
        refutedBy: certificate.refutedBy,
        belongsTo: certificate.belongsTo ?? null,
        text: certificate.text,
      }
    : null,
});

const citationRecord = ({ source, publisher, title, date, paragraph, url }: Citation) => ({
  source,
  publisher,
  title: title ?? null,
  date,
  paragraph: paragraph ?? null,
  url: url ?? null,
});
