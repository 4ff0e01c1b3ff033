import { cardId } from '../../fact/fact.ts';
import { areApart, areUnlike, byTime, happeningOf, happeningsNear } from '../chronicle.ts';
import type { Happening } from '../chronicle.ts';
import type { Draft, Form, Task } from '../draft.ts';
import type { Tile } from '../layout.ts';
import { letter } from '../options.ts';
import { randomInt, shuffle } from '../random.ts';
import { rollOf } from '../roll.ts';
import { statementOf } from '../sentence.ts';

/** Things sorted into classes: by a moment, by year, or by whether they are on a complete list. */
export const categorise: Form = {
  id: 'categorise',
  interaction: 'match',
  effort: 0.45,
  make(task) {
    if (task.facet !== 'object') return undefined;
    const [first, second] = shuffle([byMoment, byYear], task.random);
    const sorting = byRoll(task) ?? first?.(task) ?? second?.(task);
    return sorting && draftOf(task, sorting);
  },
};

const tileCount = 5;
const fewestTiles = 4;

/** A class and what belongs to it. */
interface Sort {
  readonly name: string;
  readonly tiles: readonly Omit<Tile, 'id'>[];
}

interface Sorting {
  readonly stem: string;
  readonly sorts: readonly Sort[];
  readonly explanation: string;
  /** The happening that divides the others, if one does. */
  readonly pivot?: Happening;
}

function draftOf({ random }: Task, { stem, sorts, explanation, pivot }: Sorting): Draft {
  const placed = sorts.flatMap(({ name, tiles }, sort) =>
    tiles.map((tile) => ({ tile, name, target: letter(sort) })),
  );
  const shown = shuffle(placed, random).map(({ tile, ...place }, index) => ({
    tile: { id: String(index + 1), ...tile },
    ...place,
  }));
  return {
    stem,
    options: [],
    key: shown.map(({ tile, name }) => `${tile.text}: ${name}`).join('; '),
    accepted: [],
    guess: 1 / sorts.length ** shown.length,
    others: shown.map(({ tile }) => ({ id: tile.card, fact: tile.fact, facet: 'object' })),
    layout: {
      type: 'match',
      tiles: shown.map(({ tile }) => tile),
      targets: sorts.map(({ name }, sort) => ({ id: letter(sort), text: name })),
      shared: true,
      solution: Object.fromEntries(shown.map(({ tile, target }) => [tile.id, target])),
    },
    restsOn: pivot ? [pivot.fact.id] : [],
    explanation,
  };
}

/** Members of a complete list and others. Two or three of five are members, so that counting does not sort the last. */
function byRoll(task: Task): Sorting | undefined {
  const roll = rollOf(task);
  if (!roll) return undefined;
  const { base, language, fact, random } = task;
  const [own, ...others] = roll.members;
  const memberCount = 2 + randomInt(2, random);
  const members = own ? [own, ...shuffle(others, random)].slice(0, memberCount) : [];
  const strangers = roll.strangers.slice(0, tileCount - memberCount);
  if (Math.abs(members.length - strangers.length) > 1 || members.length + strangers.length < fewestTiles)
    return undefined;
  return {
    stem: roll.stem,
    sorts: [
      {
        name: language.yes,
        tiles: members.map(({ text, fact: of, card }) => ({
          text: language.capitalise(text),
          fact: of.id,
          card: card.id,
          truth: statementOf(base, of),
        })),
      },
      {
        name: language.no,
        tiles: strangers.map(({ text, certificate }) => ({
          text: language.capitalise(text),
          fact: fact.id,
          card: cardId(fact.id, 'object'),
          truth: certificate.text,
        })),
      },
    ],
    explanation: roll.whole,
  };
}

/** What came before and what after a well-known happening. */
function byMoment(task: Task): Sorting | undefined {
  const { base, language, fact, random } = task;
  const own = happeningOf(base, fact);
  if (!own) return undefined;
  const stands = (pivot: Happening, other: Happening): boolean =>
    areApart(pivot, other) && areUnlike(base, pivot, other) && other.namedYears.length === 0;
  const earlierCount = 2 + randomInt(2, random);
  const pivots = happeningsNear(base, own, random).filter((pivot) => stands(pivot, own));
  for (const pivot of mostTold(task, pivots)) {
    const around = distinct([own, ...happeningsNear(base, pivot, random)]).filter((other) =>
      stands(pivot, other),
    );
    const earlier = around.filter((other) => byTime(other, pivot) < 0).slice(0, earlierCount);
    const later = around.filter((other) => byTime(other, pivot) > 0).slice(0, tileCount - earlierCount);
    if (earlier.length + later.length < tileCount) continue;
    const { stem, before, after } = language.beforeOrAfter(pivot.phrase);
    return {
      stem,
      sorts: [
        { name: before, tiles: tilesOf(task, earlier) },
        { name: after, tiles: tilesOf(task, later) },
      ],
      explanation: told(task, [...earlier, pivot, ...later]),
      pivot,
    };
  }
  return undefined;
}

/** The few of which the base tells most, in a random order. */
function mostTold({ base, random }: Task, happenings: readonly Happening[]): readonly Happening[] {
  const facts = ({ fact }: Happening): number => (base.factsByEntity.get(fact.subject) ?? []).length;
  return shuffle(happenings.toSorted((a, b) => facts(b) - facts(a)).slice(0, mostPivots), random);
}

const mostPivots = 3;

/** Happenings by the years they lie in, two or three years as near as there are. */
function byYear(task: Task): Sorting | undefined {
  const { base, language, fact, random } = task;
  const own = happeningOf(base, fact);
  if (!own || own.namedYears.length > 0) return undefined;
  const near = distinct([own, ...happeningsNear(base, own, random)]).filter(
    ({ namedYears }) => namedYears.length === 0,
  );
  const years = nearestYears(own, near, 2 + randomInt(2, random));
  const classes = shareOut(years.map((year) => near.filter((other) => other.year === year)));
  const sizes = classes.map(({ length }) => length);
  if (years.length < 2 || Math.max(...sizes) - Math.min(...sizes) > 1) return undefined;
  if (sizes.reduce((sum, size) => sum + size, 0) < fewestTiles) return undefined;
  return {
    stem: language.yearsStem,
    sorts: years.map((year, index) => ({
      name: language.date({ iso: year, precision: 'year' }),
      tiles: tilesOf(task, classes[index] ?? []),
    })),
    explanation: told(task, classes.flat()),
  };
}

function nearestYears(own: Happening, near: readonly Happening[], count: number): readonly string[] {
  const gap = (year: string): number => Math.abs(Number(year) - Number(own.year));
  return [...new Set(near.map(({ year }) => year))]
    .toSorted((a, b) => gap(a) - gap(b))
    .slice(0, count)
    .toSorted();
}

/** One of each class in turn, until there are enough tiles. */
function shareOut(classes: readonly (readonly Happening[])[]): readonly (readonly Happening[])[] {
  const turns = classes.flatMap((members, sort) => members.map((member, turn) => ({ member, sort, turn })));
  const taken = turns.toSorted((a, b) => a.turn - b.turn).slice(0, tileCount);
  return classes.map((_, sort) => taken.filter((turn) => turn.sort === sort).map(({ member }) => member));
}

/** The first happening about each thing. */
const distinct = (happenings: readonly Happening[]): readonly Happening[] =>
  happenings.filter(
    ({ fact }, index) => index === happenings.findIndex((other) => other.fact.subject === fact.subject),
  );

const tilesOf = ({ base }: Task, happenings: readonly Happening[]): Sort['tiles'] =>
  happenings.map(({ fact, card, title }) => ({
    text: title,
    fact: fact.id,
    card: card.id,
    truth: statementOf(base, fact),
  }));

const told = ({ base }: Task, happenings: readonly Happening[]): string =>
  happenings
    .toSorted(byTime)
    .map(({ fact }) => statementOf(base, fact))
    .join(' ');
