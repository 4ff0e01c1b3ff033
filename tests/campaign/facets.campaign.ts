import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { seededRandom } from '#core/item/random.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { firstState, nextState, retrievability } from '#core/memory/fsrs.ts';
import type { MemoryState, Rating } from '#core/memory/fsrs.ts';
import { recall } from '#core/memory/replay.ts';
import { planDay } from '#core/plan/day-plan.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import { drawRating, firstRatings, successRatings } from '#core/simulation/chance.ts';
import type * as assumptions from '#core/review/assumptions.ts';
import { payload } from '../core/review/some-events.ts';

const facts = 60;
const sides = 3;
const days = 14;
const minutes = 4;
const learners = 8;
const start = 20_000 as Day;
const exam = addDays(start, days);
const cards = Array.from({ length: facts * sides }, (_, card) => card);
const factOf = (card: number): number => Math.floor(card / sides);
const idOf = (card: number): CardId =>
  `f${factOf(card)}/${['object', 'date', 'place'][card % sides]}` as CardId;

/** The app's replay with another figure for how much one side of a fact tells of another. */
async function replayBelieving(carry: number) {
  vi.resetModules();
  vi.doMock('#core/review/assumptions.ts', async (original) => {
    const assumed = await original<typeof assumptions>();
    return { ...assumed, facets: { ...assumed.facets, carry } };
  });
  return import('#core/review/standing.ts');
}

type Replay = Awaited<ReturnType<typeof replayBelieving>>;

/** Memories in which a practice of one side changes the others of its fact by a share of the change. */
function truthOf(carry: number) {
  const states: ((MemoryState & { readonly last: Day }) | undefined)[] = cards.map(() => undefined);
  const recallOf = (card: number, day: Day): number => {
    const state = states[card];
    return state ? retrievability(state.stability, Math.max(0.5, day - state.last)) : 0;
  };
  const practise = (card: number, day: Day, rating: Rating): void => {
    const before = states[card];
    const after = before ? nextState(before, day - before.last, rating) : firstState(rating);
    states[card] = { ...after, last: day };
    if (!before || day === before.last) return;
    const share = (after.stability / before.stability) ** carry;
    for (const other of cards) {
      const state = states[other];
      if (other !== card && factOf(other) === factOf(card) && state)
        states[other] = { ...state, stability: state.stability * share };
    }
  };
  return { recallOf, practise };
}

/** What a learner comes to under the plan: recall on the exam day, and how much more the app believes in. */
function study({ nothingKnown, standingAfter }: Replay, carry: number, seed: string) {
  const random = seededRandom(seed);
  const truth = truthOf(carry);
  let standing = nothingKnown;
  for (let offset = 0; offset < days; offset += 1) {
    const day = addDays(start, offset);
    const tasks = cards.map((card) => ({
      memory: standing.memories.get(idOf(card)),
      importance: 1,
      fact: String(factOf(card)),
    }));
    const time = { today: day, examDay: exam, secondsToday: minutes * 60, secondsPerDay: minutes * 60 };
    let left = minutes * 60;
    for (const { task: card } of planDay(tasks, time, defaultLearner).queue) {
      if (left <= 0) break;
      const isNew = !standing.memories.has(idOf(card));
      const knew = random() < truth.recallOf(card, day);
      const rating = isNew
        ? drawRating(firstRatings, random)
        : knew
          ? drawRating(successRatings, random)
          : 'again';
      left -= isNew ? 18 : knew ? 8 : 23;
      truth.practise(card, day, rating);
      const given = { ...payload, card: idOf(card), response: { type: 'reveal', rating } as const, guess: 0 };
      standing = standingAfter(
        [{ dayKey: day, payload: { ...given, marks: rating === 'again' ? 0 : 1 } }],
        undefined,
        standing,
      );
    }
  }
  const mean = (of: (card: number) => number) =>
    cards.reduce((sum, card) => sum + of(card), 0) / cards.length;
  const known = mean((card) => truth.recallOf(card, exam));
  const believed = mean((card) => {
    const memory = standing.memories.get(idOf(card));
    return memory ? recall(memory, exam) : 0;
  });
  return { known, believed };
}

afterEach(() => vi.doUnmock('#core/review/assumptions.ts'));

describe(`${facts} facts with ${sides} sides, ${days} days, ${minutes} minutes, ${learners} learners`, () => {
  test.each([0, 0.1, 0.3, 0.6])('practice of one side truly carries over by %d', async (carry) => {
    const found = [];
    for (const assumed of [0, 0.1, 0.3]) {
      const replay = await replayBelieving(assumed);
      let [known, off] = [0, 0];
      for (let seed = 0; seed < learners; seed += 1) {
        const one = study(replay, carry, `facets ${seed}`);
        known += one.known / learners;
        off += (one.believed - one.known) / learners;
      }
      console.log(
        `truly ${carry}, assumed ${assumed}: recall ${(100 * known).toFixed(1)}, off by ${(100 * off).toFixed(1)}`,
      );
      found.push(known);
    }
    // What is assumed hardly matters for what is known: within two points of the best of the three.
    expect(found[1]).toBeGreaterThan(Math.max(...found) - 0.02);
  });
});
