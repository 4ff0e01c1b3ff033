import type { CardId } from '../fact/fact.ts';
import { addDays } from '../memory/day.ts';
import type { Day } from '../memory/day.ts';
import { defaultWeights } from '../memory/fsrs.ts';
import type { Weights } from '../memory/fsrs.ts';
import type { Memory } from '../memory/replay.ts';
import { fitLog } from '../review/fit-log.ts';
import { nothingKnown, standingAfter } from '../review/standing.ts';
import type { Given } from '../review/standing.ts';
import type { EvidenceKind, Seen } from './policy.ts';

/** What is believed of the cards of a simulation, from the answers seen: replayed by the app's own rules. */
export interface Believer {
  memory(card: number): Memory | undefined;
  hear(card: number, day: number, seen: Seen): void;
  /** A day begins: time to learn what kind of learner this is. */
  startDay(day: number): void;
  readonly weights: Weights;
}

/** A day of the simulation as a day of the calendar. */
export const dated = (day: number): Day => addDays(20_000 as Day, day);

/** `adapts` fits the weights to the learner, early often and later less so. */
export function believer(evidence: EvidenceKind, adapts: boolean): Believer {
  const log: Given[] = [];
  let [weights, standing, heard] = [defaultWeights, nothingKnown, 0];
  let fittedOn = 0;
  const catchUp = (): void => {
    if (heard < log.length) standing = standingAfter(log.slice(heard), weights, standing);
    heard = log.length;
  };
  return {
    get weights() {
      return weights;
    },
    memory(card) {
      catchUp();
      return standing.memories.get(idOf(card));
    },
    hear: (card, day, seen) => void log.push(givenOf(card, day, seen, evidence)),
    startDay(day) {
      if (!adapts || (day > everyDay && day - fittedOn < fitGap)) return;
      fittedOn = day;
      weights = fitLog(log).weights;
      [standing, heard] = [nothingKnown, 0];
    },
  };
}

const everyDay = 8;
const fitGap = 4;

const idOf = (card: number): CardId => `${card}/object` as CardId;

function givenOf(card: number, day: number, { rating, guess }: Seen, evidence: EvidenceKind): Given {
  const isChoice = guess > 0 && evidence === 'mixture';
  return {
    dayKey: dated(day),
    payload: {
      card: idOf(card),
      response: isChoice ? { type: 'choice', option: 'a' } : { type: 'reveal', rating },
      marks: rating === 'again' ? 0 : 1,
      guess,
      tookMs: 0,
    },
  };
}
