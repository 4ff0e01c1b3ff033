import { sourceOf } from '../../fact/base.ts';
import type { Conflict } from '../../fact/conflict.ts';
import type { Draft, Form, Task } from '../draft.ts';
import { fairAmong } from '../fair.ts';
import { keyOf, lettered, wrongOptions } from '../options.ts';
import { shuffle } from '../random.ts';
import { conflictsOf, factsFor, versionOf, versionsOf } from '../versions.ts';
import type { Version } from '../versions.ts';

/** Which report gave which version of a matter on which sources differ. Who is right is never asked. */
export const sourceComparison: Form = {
  id: 'source-comparison',
  interaction: 'choice',
  effort: 0.5,
  make(task) {
    if (task.facet !== 'object') return undefined;
    for (const conflict of shuffle(conflictsOf(task.base, task.fact), task.random)) {
      const made = draft(task, conflict);
      if (made) return made;
    }
    return undefined;
  },
};

function draft(task: Task, conflict: Conflict): Draft | undefined {
  const { base, language, fact, random } = task;
  // Where one version has turned out wrong, that is what to ask (`corrected-fact`), not who printed it.
  const isOpen = conflict.rival && !fact.supersedes.some((id) => conflict.facts.includes(id));
  const versions = isOpen ? versionsOf(conflict) : [];
  const own = versionOf(fact, versions);
  if (!own) return undefined;
  const stem = language.joined.whichReport(conflict.title, own.value);
  const name = ({ source }: Version): string => sourceOf(base, source).phrase;
  const says = (version: Version): string => language.joined.reportSays(name(version), version.value);
  const others = shuffle(
    versions.filter((version) => version !== own),
    random,
  ).map((version) => ({
    text: name(version),
    certificate: {
      law: 'C1' as const,
      refutedBy: factsFor(base, conflict, version)[0]?.id ?? fact.id,
      text: says(version),
    },
  }));
  const wrong = fairAmong(task, { text: name(own) }, stem, others, {
    count: Math.min(2, others.length),
    mayLean: true,
  });
  if (!wrong) return undefined;
  const options = lettered(shuffle([{ text: name(own), correct: true }, ...wrongOptions(wrong)], random));
  return {
    stem,
    options,
    key: keyOf(options),
    accepted: [],
    guess: 1 / options.length,
    explanation: [...versions.map(says), conflict.verdict].join(' '),
    restsOn: versions.flatMap((version) => factsFor(base, conflict, version).map(({ id }) => id)),
  };
}
