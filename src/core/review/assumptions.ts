import type { Certainty, Response } from './response.ts';

/*
 * Every figure that turns answers into evidence, in one place. Where research gives a direction and no figure, the
 * figure is our assumption; `npm run campaign:memory` shows what they do to simulated learners.
 */

/**
 * How ways of answering differ. `slip`: the chance that somebody who knows still answers wrong; 0 where the marking
 * forgives slips itself, elsewhere as little as the upper asymptotes of four-parameter logistic models stay below 1
 * (Loken and Rulison 2010). `gain`: the share of recall's gain that such an answer brings. Recognising strengthens less
 * than recalling (Rowland 2014), hardly less where wrong options are plausible and what is right is shown afterwards
 * (Little, Bjork, Bjork and Angello 2012; Adesope, Trevisan and Sundararajan 2017).
 */
export const traits: Readonly<Record<Response['type'], { readonly slip: number; readonly gain: number }>> = {
  choice: { slip: 0.02, gain: 0.95 },
  multiple: { slip: 0.02, gain: 0.95 },
  match: { slip: 0.02, gain: 0.95 },
  order: { slip: 0.02, gain: 1 },
  date: { slip: 0.02, gain: 1 },
  number: { slip: 0, gain: 1 },
  text: { slip: 0, gain: 1 },
  reveal: { slip: 0, gain: 1 },
  pass: { slip: 0, gain: 1 },
};

/** How often each degree of certainty goes with a right answer that was known, or guessed. Assumed. */
export const certaintyIf: Readonly<Record<Certainty, { readonly known: number; readonly guessed: number }>> =
  {
    1: { known: 0.1, guessed: 0.55 },
    2: { known: 0.35, guessed: 0.35 },
    3: { known: 0.55, guessed: 0.1 },
  };

/**
 * `givesAway`: each hint gives away this share of what is left to know, as one option fewer does at a choice among three.
 * `ifKnown`: who knows takes hints this much more seldom than who does not. Assumed.
 */
export const hinting = { givesAway: 0.25, ifKnown: 0.3 };

/** No item is so easy to guess that a right answer says nothing. */
export const mostGuess = 0.95;

/** Times as multiples of the learner's usual one: above `slow` it was hard, below `fast` it may have been easy. Assumed. */
export const pace = { slow: 2.5, fast: 0.5 };
/** Longer than this the learner was elsewhere, and the time says nothing. */
export const longestMs = 120_000;
/** Right answers until a usual time counts, and how many of the latest it stands for. */
export const times = { least: 8, remembered: 64 };

/**
 * How much one facet of a fact tells of another. `carry`: the share of a change in stability, on a logarithmic scale.
 * `hint`: how far the belief about a facet that was never asked moves to the recall of the others. Practice in one
 * form carries over almost wholly to another, in one facet weakly to another (compare Carpenter 2012 on transfer);
 * the figures are assumed. They are not fitted to the learner: whether practice truly carries over by 0 or by 0.6, recall
 * on an exam day differs by less than the noise between assuming 0, 0.1 and 0.3, and with 0.1 what is believed is at most
 * about a point off (`tests/campaign/facets.campaign.ts`).
 */
export const facets = { carry: 0.1, hint: 0.3 };

/** What share of new cards a learner knows: a beta distribution with these two, its mean 0.3, until answers tell. Assumed. */
export const knownAtFirst = { known: 1.5, unknown: 3.5 };

/** On the day of a practice belief is what recall is half a day later: nobody is wholly sure of anything. Assumed. */
export const sameDay = 0.5;
