import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { seededRandom } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { firstState, nextState, retrievability } from '#core/memory/fsrs.ts';
import type { MemoryState } from '#core/memory/fsrs.ts';
import { practised, recall } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import { nothingKnown, standingAfter } from '#core/review/standing.ts';
import type { Given } from '#core/review/standing.ts';
import { payload } from '../core/review/some-events.ts';

const facts = 200;
const days = 30;
const answersPerDay = 50;
const newPerDay = 15;
const learners = 20;
const start = 20_000 as Day;

interface Truth extends MemoryState {
  readonly last: Day;
}

interface Asked {
  readonly card: number;
  readonly day: Day;
  readonly right: boolean;
  readonly knew: boolean;
}

/** What is believed of the cards after a day's answers to items that are guessed with a chance. */
type Judge = (asked: readonly Asked[], guess: number) => ReadonlyMap<number, Memory>;

/** "Right is Good", or with `seesGuesses` the truth that no program has. */
function ratedJudge(seesGuesses: boolean): Judge {
  const memories = new Map<number, Memory>();
  return (asked) => {
    for (const { card, day, right, knew } of asked) {
      const rating = (seesGuesses ? knew : right) ? 'good' : 'again';
      memories.set(card, practised(memories.get(card), { day, rating }));
    }
    return memories;
  };
}

function evidenceJudge(): Judge {
  let standing = nothingKnown;
  return (asked, guess) => {
    const reviews = asked.map(({ card, day, right }): Given => ({
      dayKey: day,
      payload: { ...payload, card: `f${card}/object` as CardId, guess, marks: right ? 1 : 0, tookMs: 0 },
    }));
    standing = standingAfter(reviews, undefined, standing);
    return new Map(
      [...standing.memories].map(([id, memory]) => [Number(id.slice(1, id.indexOf('/'))), memory]),
    );
  };
}

const judges = {
  naive: () => ratedJudge(false),
  evidence: () => evidenceJudge(),
  oracle: () => ratedJudge(true),
};

/** A month of choice items asked when their believed recall falls to 90 %, and what is known and believed then. */
function study(judge: Judge, guess: number, knownBefore: number, pretest: boolean, random: Random) {
  const truth: (Truth | undefined)[] = Array.from({ length: facts }, () =>
    random() < knownBefore ? { stability: 30, difficulty: 5, last: start } : undefined,
  );
  let memories: ReadonlyMap<number, Memory> = new Map();
  for (let offset = 0; offset < days; offset += 1) {
    const day = addDays(start, offset);
    const unseen = truth.flatMap((_, card) => (memories.has(card) ? [] : [card]));
    const due = [...memories]
      .filter(([, memory]) => memory.due <= day)
      .toSorted(([, a], [, b]) => recall(a, day) - recall(b, day))
      .map(([card]) => card);
    const room = pretest && offset === 0 ? facts : newPerDay;
    const cards = [
      ...due.slice(0, answersPerDay),
      ...unseen.slice(
        0,
        Math.min(room, pretest && offset === 0 ? facts : Math.max(0, answersPerDay - due.length)),
      ),
    ];
    memories = judge(
      cards.map((card) => answer(truth, card, day, guess, random)),
      guess,
    );
  }
  const exam = addDays(start, days);
  const known = truth.reduce((sum, state) => sum + knownOn(state, exam), 0) / facts;
  const believed = [...memories.values()].reduce((sum, memory) => sum + recall(memory, exam), 0) / facts;
  return { known, believed };
}

const knownOn = (state: Truth | undefined, day: Day): number =>
  state ? retrievability(state.stability, day - state.last) : 0;

function answer(truth: (Truth | undefined)[], card: number, day: Day, guess: number, random: Random): Asked {
  const before = truth[card];
  const knew = random() < knownOn(before, day);
  const rating = knew ? 'good' : 'again';
  const after = before ? nextState(before, day - before.last, rating) : firstState(rating);
  truth[card] = { ...after, last: day };
  return { card, day, knew, right: knew || random() < guess };
}

describe(`${facts} facts, ${days} days, choice items asked at 90 %, ${learners} learners`, () => {
  test.each([
    ['2 options', 1 / 2, 0, false],
    ['3 options', 1 / 3, 0, false],
    ['2 options, a pre-test, 60 % known', 1 / 2, 0.6, true],
    ['3 options, a pre-test, 60 % known', 1 / 3, 0.6, true],
  ] as const)('%s', (name, guess, knownBefore, pretest) => {
    const found = Object.entries(judges).map(([judge, make]) => {
      let [known, believed] = [0, 0];
      for (let seed = 0; seed < learners; seed += 1) {
        const one = study(make(), guess, knownBefore, pretest, seededRandom(`guess ${seed}`));
        known += one.known / learners;
        believed += one.believed / learners;
      }
      console.log(
        `${name}, ${judge}: recall ${(100 * known).toFixed(1)}, believed ${(100 * believed).toFixed(1)}, off by ${(100 * (believed - known)).toFixed(1)}`,
      );
      return { known, error: Math.abs(believed - known) };
    });
    const [naive, evidence] = found;
    expect(evidence?.error).toBeLessThan(naive?.error ?? 0);
    expect(evidence?.known).toBeGreaterThanOrEqual((naive?.known ?? 1) - 0.005);
  });
});
