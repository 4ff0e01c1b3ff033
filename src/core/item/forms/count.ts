import { predicateOf, subjectKey } from '../../fact/base.ts';
import type { Fact } from '../../fact/fact.ts';
import { aboutKey } from '../../fact/slot.ts';
import { shapeOf } from '../checks/shape.ts';
import type { Form, Task } from '../draft.ts';
import { gainsAsShown, seen } from '../gains.ts';
import { keyOf, lettered } from '../options.ts';
import type { Unlettered } from '../options.ts';
import { countStemOf, wholeList } from '../sentence.ts';

const fewest = 3;

/** How many there are, asked of complete lists alone and once a list: of its first fact. */
export const count: Form = {
  id: 'count',
  interaction: 'choice',
  effort: 0.5,
  make(task) {
    const { base, language, fact, facet } = task;
    const stem = facet === 'object' ? countStemOf(base, fact) : undefined;
    const members = stem === undefined ? [] : listOf(task);
    if (stem === undefined || members[0] !== fact || members.length < fewest) return undefined;
    // As the name of the G5 does.
    if (numbersIn(stem).includes(String(members.length))) return undefined;
    const whole = wholeList(base, language, members);
    const asked = shapeOf(stem);
    const drawn = task.draw(
      [0, 1, 2].map((place) => {
        const value = [0, 1, 2].map((at) => option(task, members.length + at - place, members, whole));
        return { value, ...gainsAsShown(asked, seen(value)) };
      }),
    );
    if (!drawn) return undefined;
    const options = lettered(drawn);
    return {
      stem,
      options,
      key: keyOf(options),
      accepted: [],
      guess: 1 / options.length,
      explanation: `${whole} ${language.joined.makes(language.number(members.length))}`,
      restsOn: members.map(({ id }) => id),
    };
  },
};

const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

/** The list's facts, if it is vouched for as complete and none of it is anybody's mere word. */
function listOf({ base, fact }: Task): readonly Fact[] {
  if (!predicateOf(base, fact).complete) return [];
  const list = (base.factsBySubject.get(subjectKey(fact.subject, fact.predicate)) ?? []).filter(
    (other) => !base.superseded.has(other.id) && aboutKey(other) === aboutKey(fact),
  );
  return list.every(({ ask }) => ask === 'plain' || ask === 'as-of') ? list : [];
}

function option(task: Task, number: number, members: readonly Fact[], whole: string): Unlettered {
  const text = task.language.number(number);
  if (number === members.length) return { text, correct: true };
  const why = `${task.language.refuted(whole)} ${task.language.joined.makes(task.language.number(members.length))}`;
  return { text, correct: false, certificate: { law: 'C4', refutedBy: task.fact.id, text: why } };
}
