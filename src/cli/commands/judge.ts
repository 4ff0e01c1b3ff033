import type { Base } from '#core/fact/base.ts';
import type { Fact } from '#core/fact/fact.ts';
import { judge as judgeClaim } from '#core/fact/judge.ts';
import type { Judgement } from '#core/fact/judge.ts';
import { statementOf } from '#core/item/sentence.ts';
import { parseClaim } from '../claim.ts';
import { withTopic } from '../open-topic.ts';
import { done, misused } from './command.ts';
import type { Command } from './command.ts';

export const judge: Command = {
  name: 'judge',
  summary: 'say what the base makes of a claim: entailed, refuted, disputed or unknown, and why',
  takes: ['topic', 'claim', 'json'],
  run({ topic, claim = '', json }, contentDir) {
    return withTopic(contentDir, topic, (base) => {
      const parsed = parseClaim(base, claim);
      if (!parsed.ok) return misused(parsed.problem);
      const judgement = judgeClaim(base, parsed.value);
      return done(json ? [JSON.stringify(record(judgement))] : lines(base, judgement));
    });
  },
};

const idsOf = (facts: readonly Fact[]): readonly string[] => facts.map(({ id }) => id);

function record(judgement: Judgement) {
  const { verdict } = judgement;
  switch (verdict) {
    case 'entailed':
      return { verdict, facts: idsOf(judgement.by) };
    case 'refuted':
      return { verdict, law: judgement.law, facts: idsOf([judgement.by, ...judgement.others]) };
    case 'disputed':
      return { verdict, facts: idsOf(judgement.by), against: idsOf(judgement.against) };
    case 'unknown':
      return { verdict, near: idsOf(judgement.near) };
  }
}

function lines(base: Base, judgement: Judgement): readonly string[] {
  const told = (facts: readonly Fact[], mark: string): readonly string[] =>
    facts.map((fact) => `  ${mark} ${fact.id}: ${statementOf(base, fact)}`);
  switch (judgement.verdict) {
    case 'entailed':
      return ['entailed', ...told(judgement.by, '+')];
    case 'refuted':
      return [`refuted by law ${judgement.law}`, ...told([judgement.by, ...judgement.others], '-')];
    case 'disputed':
      return ['disputed', ...told(judgement.by, '+'), ...told(judgement.against, '-')];
    case 'unknown':
      return ['unknown', ...told(judgement.near, '?')];
  }
}
