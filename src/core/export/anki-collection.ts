import type { SqlValue } from '../file/sqlite-record.ts';
import { sha1Of } from '../file/sha1.ts';
import { utf8Of } from '../file/utf8.ts';
import type { Heading } from './format.ts';

/** Kinds of notes; the numbers name them in every collection they come to. */
export const modelIds = { basic: 1_690_329_600_001, typed: 1_690_329_600_002 } as const;

/** A number below a bound that stands for a name. */
export const numberOf = (name: string, bound: number): number =>
  Number.parseInt(sha1Of(utf8Of(name)).slice(0, 12), 16) % bound;

/** The same deck for the same quiz, at every import. */
export const deckIdOf = ({ id }: Heading): number => 1_700_000_000_000 + numberOf(id, 90_000_000_000);

/**
 * The one row of the table `col`: settings, kinds of notes and decks as JSON. `beginsMs` is when its first day begins, from which days are
 * counted.
 */
export function collectionValues(heading: Heading, startMs: number, beginsMs = startMs): readonly SqlValue[] {
  const seconds = Math.floor(startMs / 1000);
  const deck = { ...deckOf(deckIdOf(heading), heading.title, seconds) };
  const models = [modelOf(modelIds.basic, seconds), modelOf(modelIds.typed, seconds)];
  const byId = (things: readonly { readonly id: number }[]): string =>
    JSON.stringify(Object.fromEntries(things.map((thing) => [thing.id, thing])));
  const decks = byId([deckOf(1, 'Default', seconds), deck]);
  const settings = JSON.stringify({ ...collectionSettings, curDeck: deck.id, activeDecks: [deck.id] });
  const schema = 11;
  return [
    null,
    Math.floor(beginsMs / 1000),
    startMs,
    startMs,
    schema,
    0,
    0,
    0,
    settings,
    byId(models),
    decks,
    byId([deckSettings(seconds)]),
    '{}',
  ];
}

const collectionSettings = {
  nextPos: 1,
  estTimes: true,
  sortType: 'noteFld',
  sortBackwards: false,
  timeLim: 0,
  addToCur: true,
  dayLearnFirst: false,
  newSpread: 0,
  collapseTime: 1200,
  dueCounts: true,
  curModel: String(modelIds.basic),
};

const deckOf = (id: number, name: string, mod: number) => ({
  id,
  name,
  mod,
  usn: id === 1 ? 0 : -1,
  desc: '',
  dyn: 0,
  conf: 1,
  collapsed: false,
  browserCollapsed: false,
  extendNew: 0,
  extendRev: 0,
  newToday: [0, 0],
  revToday: [0, 0],
  lrnToday: [0, 0],
  timeToday: [0, 0],
});

const fields = ['Front', 'Back', 'More'] as const;

function modelOf(id: number, mod: number) {
  const isTyped = id === modelIds.typed;
  const typing = isTyped ? '<br>{{type:Back}}' : '';
  return {
    id,
    name: isTyped ? 'Harmattan (typed)' : 'Harmattan',
    type: 0,
    mod,
    usn: -1,
    sortf: 0,
    did: 1,
    tags: [],
    vers: [],
    req: [[0, 'any', [0]]],
    css: cardCss,
    latexPre: '',
    latexPost: '',
    latexsvg: false,
    flds: fields.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: [
      {
        name: 'Card 1',
        ord: 0,
        qfmt: `{{Front}}${typing}`,
        // The back by itself too: programs that do not compare what was typed show nothing in its place.
        afmt: `{{Front}}${typing}<hr id=answer>{{Back}}<p class=more>{{More}}</p>`,
        did: null,
        bqfmt: '',
        bafmt: '',
      },
    ],
  };
}

const cardCss =
  '.card { font-family: sans-serif; font-size: 20px; text-align: start; max-width: 34em; margin: auto; }\n' +
  '.more { font-size: 16px; }';

const deckSettings = (mod: number) => ({
  id: 1,
  name: 'Default',
  mod,
  usn: 0,
  maxTaken: 60,
  timer: 0,
  autoplay: true,
  replayq: true,
  dyn: false,
  new: {
    delays: [1, 10],
    ints: [1, 4, 7],
    initialFactor: 2500,
    perDay: 20,
    order: 1,
    bury: false,
    separate: true,
  },
  rev: {
    perDay: 200,
    ease4: 1.3,
    fuzz: 0.05,
    ivlFct: 1,
    maxIvl: 36_500,
    minSpace: 1,
    bury: false,
    hardFactor: 1.2,
  },
  lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 1 },
});
