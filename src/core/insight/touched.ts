import type { Marking } from '../assignment/collect.ts';
import { groupBy } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { factOfCard } from '../fact/fact.ts';
import type { Desk, Printed } from '../teach/desk.ts';
import type { TeacherQuiz } from '../teach/teacher-quiz.ts';
import { correctionsSince } from './corrections.ts';
import type { Correction } from './corrections.ts';
import { asksOne, cardsAsked, indexesOf, touchedClass } from './touched-class.ts';
import type { Class, TouchedClass } from './touched-class.ts';

/** Everything that asks a corrected fact. */
export interface Touch {
  readonly correction: Correction;
  /** Kept quizzes and the indexes of their items that cannot be asked any more. Those made by wishes follow by themselves. */
  readonly quizzes: readonly { readonly quiz: TeacherQuiz; readonly places: readonly number[] }[];
  /** Prints, by version the indexes of the items. */
  readonly papers: readonly {
    readonly printed: Printed;
    readonly versions: readonly (readonly number[])[];
  }[];
  readonly classes: readonly TouchedClass[];
}

/** What lies on a teacher's desk and may ask what has been corrected. */
export interface Asking {
  readonly desk: Desk;
  readonly classes: readonly Class[];
  /** The facts that something was made from, by their version or hash; undefined where they are not kept. */
  readonly factsOf: (name: string) => Marking | undefined;
}

/** All that today's facts correct in what was made from earlier ones. */
export function touchesOf(now: Marking, asking: Asking): readonly Touch[] {
  const since = sinceIn(now.base);
  const pieces = [
    ...quizPieces(now, asking, since),
    ...paperPieces(now, asking, since),
    ...classPieces(now, asking, since),
  ];
  return [...groupBy(pieces, ({ correction }) => [correction.old]).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return {
      correction: first.correction,
      quizzes: own.flatMap(({ quiz }) => quiz ?? []),
      papers: own.flatMap(({ paper }) => paper ?? []),
      classes: own.flatMap(({ touched }) => touched ?? []),
    };
  });
}

interface Piece {
  readonly correction: Correction;
  readonly quiz?: Touch['quizzes'][number];
  readonly paper?: Touch['papers'][number];
  readonly touched?: TouchedClass;
}

type Since = (was: Base) => readonly Correction[];

/** Corrections are worked out once for each set of earlier facts. */
function sinceIn(now: Base): Since {
  const known = new Map<Base, readonly Correction[]>();
  return (was) => {
    const corrections = known.get(was) ?? correctionsSince(was, now);
    known.set(was, corrections);
    return corrections;
  };
}

function quizPieces(now: Marking, { desk, factsOf }: Asking, since: Since): readonly Piece[] {
  const askable = new Set(now.cards.map(({ id }) => id));
  return desk.quizzes.flatMap(({ quiz }) => {
    const gone = (quiz.places ?? []).map(({ entry: { card } }) =>
      askable.has(card) ? undefined : factOfCard(card),
    );
    return since((factsOf(quiz.topicVersion) ?? now).base).flatMap((correction) => {
      const places = indexesOf(gone, (fact) => fact === correction.old);
      return places.length > 0 ? [{ correction, quiz: { quiz, places } }] : [];
    });
  });
}

function paperPieces(now: Marking, { desk, factsOf }: Asking, since: Since): readonly Piece[] {
  return desk.prints.flatMap((printed) => {
    const was = factsOf(printed.print.pack) ?? now;
    const corrections = since(was.base);
    if (corrections.length === 0) return [];
    const cards = printed.print.versions.map((entries) => entries.map((entry) => cardsAsked(was, entry)));
    return corrections.flatMap((correction) => {
      const versions = cards.map((own) => indexesOf(own, (asked) => asksOne(asked, correction)));
      return versions.some(({ length }) => length > 0) ? [{ correction, paper: { printed, versions } }] : [];
    });
  });
}

function classPieces({ base: now }: Marking, { desk, classes }: Asking, since: Since): readonly Piece[] {
  return classes.flatMap((one) =>
    since(one.marking.base).flatMap((correction) => {
      const touched = touchedClass(now, one, correction, desk.rulings);
      return touched ? [{ correction, touched }] : [];
    }),
  );
}
