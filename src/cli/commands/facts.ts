import { sourceOf } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { Fact } from '#core/fact/fact.ts';
import { statementOf } from '#core/item/sentence.ts';
import { withTopic } from '../open-topic.ts';
import { done } from './command.ts';
import type { Command } from './command.ts';

export const facts: Command = {
  name: 'facts',
  summary: 'write every fact of a topic as a sentence, with its sources',
  takes: ['topic', 'json'],
  run({ topic, json }, contentDir) {
    return withTopic(contentDir, topic, (base) => {
      const records = base.topic.facts.map((fact) => factRecord(base, fact));
      return done(records.map((record) => (json ? JSON.stringify(record) : factText(record))));
    });
  },
};

type FactRecord = ReturnType<typeof factRecord>;

function factRecord(base: Base, fact: Fact) {
  return {
    id: fact.id,
    topic: base.topic.id,
    subtopic: fact.subtopic,
    statement: statementOf(base, fact),
    ask: fact.ask,
    importance: fact.importance,
    rank: fact.rank,
    sources: fact.references.map(({ source: id, paragraph }) => {
      const { publisher, title, date, consulted, url } = sourceOf(base, id);
      const dated = (date ?? consulted)?.iso ?? '';
      return {
        source: id,
        publisher,
        title: title ?? null,
        date: dated,
        paragraph: paragraph ?? null,
        url: url ?? null,
      };
    }),
  };
}

function factText({ id, statement, sources }: FactRecord): string {
  const cited = sources.map(({ publisher, date, paragraph }) =>
    [publisher, date, ...(paragraph === null ? [] : [`paragraph ${paragraph}`])].join(', '),
  );
  return `${id}: ${statement} (${cited.join('; ')})`;
}
