import type { ByWeight, Constants } from './constants.ts';

/*
 * The equations of ../fsrs.ts once more, for one purpose: a fit evaluates them and their derivatives a million times.
 * `k` are the weights. Each `...Back` takes `out`, the derivative of the loss by the value, and adds to `d` the
 * derivatives by the weights and by S, D and R. The tests check values against fsrs.ts and derivatives numerically.
 */

/** One review: days t since the one before, grade g 1 again .. 4 easy, and stability, difficulty and recall before it. */
export interface Step {
  t: number;
  g: number;
  S: number;
  D: number;
  R: number;
}

/** Derivatives of the loss, added up. */
export interface Slopes extends ByWeight {
  S: number;
  D: number;
  R: number;
}

/** `t` of a card's first review. */
export const isFirst = -1;

export function stabilityAfter(k: Constants, step: Step): number {
  if (step.t > 0) return step.g === 1 ? lapseAfter(k, step) : successAfter(k, step);
  return step.t === 0 ? sameDayAfter(k, step) : firstStability(k, step.g);
}

export function stabilityBack(k: Constants, step: Step, out: number, d: Slopes): void {
  if (step.t === isFirst) firstStabilityBack(step, out, d);
  else if (step.t === 0) sameDayBack(k, step, out, d);
  else if (step.g === 1) lapseBack(k, step, out, d);
  else successBack(k, step, out, d);
}

export const difficultyAfter = (k: Constants, step: Step): number =>
  step.t === isFirst ? firstDifficulty(k, step.g) : laterDifficulty(k, step);

export function difficultyBack(k: Constants, step: Step, out: number, d: Slopes): void {
  if (step.t === isFirst) firstDifficultyBack(k, step, out, d);
  else laterDifficultyBack(k, step, out, d);
}

const leastS = 0.001;
const mostS = 36_500;

const bounded = (value: number, least: number, most: number): number =>
  value < least ? least : value > most ? most : value;
const isInside = (value: number, least: number, most: number): boolean => value > least && value < most;

const boundedS = (S: number): number => bounded(S, leastS, mostS);

/** R = (1 + factor t / S)^-w20. */
export const recallAfter = (k: Constants, t: number, S: number): number =>
  Math.exp(-k.w20 * Math.log(1 + (k.factor * t) / S));

/** Recall follows from S, and so does its part of the slope. */
export function recallBack(k: Constants, { t, S, R }: Step, out: number, d: Slopes): void {
  const fall = 1 + (k.factor * t) / S;
  const slope = (out * k.w20 * R * t) / (fall * S);
  d.S += (slope * k.factor) / S;
  d.w20 -= out * R * Math.log(fall) + slope * k.factorByDecay;
}

const bonusOf = (k: Constants, g: number): number => (g === 2 ? k.w15 : g === 4 ? k.w16 : 1);

/** Stability after success on a later day, S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1) [w15 hard, w16 easy]). */
function successAfter(k: Constants, { g, S, D, R }: Step): number {
  const growth = k.growth * (11 - D) * Math.exp(-k.w9 * Math.log(S)) * (Math.exp(k.w10 * (1 - R)) - 1);
  return boundedS(S * (1 + growth * bonusOf(k, g)));
}

function successBack(k: Constants, { g, S, D, R }: Step, out: number, d: Slopes): void {
  const logS = Math.log(S);
  const spacing = Math.exp(k.w10 * (1 - R));
  const bonus = bonusOf(k, g);
  const base = S * k.growth * (11 - D) * Math.exp(-k.w9 * logS);
  const gain = base * (spacing - 1) * bonus;
  if (!isInside(S + gain, leastS, mostS)) return;
  d.S += out * (1 + ((1 - k.w9) * gain) / S);
  d.D -= (out * gain) / (11 - D);
  d.R -= out * base * bonus * k.w10 * spacing;
  d.w8 += out * gain;
  d.w9 -= out * gain * logS;
  d.w10 += out * base * bonus * (1 - R) * spacing;
  if (g === 2) d.w15 += out * base * (spacing - 1);
  else if (g === 4) d.w16 += out * base * (spacing - 1);
}

/** Stability after a lapse on a later day, min(w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - R)), S e^(-w17 w18)). */
function lapseAfter(k: Constants, { S, D, R }: Step): number {
  const scale = Math.exp(k.w14 * (1 - R) - k.w12 * Math.log(D));
  const forgotten = k.w11 * scale * (Math.exp(k.w13 * Math.log(S + 1)) - 1);
  return boundedS(Math.min(forgotten, S * k.ceiling));
}

function lapseBack(k: Constants, { S, D, R }: Step, out: number, d: Slopes): void {
  const logSuccessor = Math.log(S + 1);
  const logD = Math.log(D);
  const scale = Math.exp(k.w14 * (1 - R) - k.w12 * logD);
  const power = Math.exp(k.w13 * logSuccessor);
  const forgotten = k.w11 * scale * (power - 1);
  const most = S * k.ceiling;
  if (!isInside(Math.min(forgotten, most), leastS, mostS)) return;
  if (forgotten > most) {
    d.S += out * k.ceiling;
    d.w17 -= out * most * k.w18;
    d.w18 -= out * most * k.w17;
    return;
  }
  d.S += (out * k.w11 * scale * k.w13 * power) / (S + 1);
  d.D -= (out * k.w12 * forgotten) / D;
  d.R -= out * k.w14 * forgotten;
  d.w11 += out * scale * (power - 1);
  d.w12 -= out * logD * forgotten;
  d.w13 += out * k.w11 * scale * power * logSuccessor;
  d.w14 += out * (1 - R) * forgotten;
}

/** Stability after a practice on the same day, S e^(w17 (g - 3 + w18)) S^-w19; only a lapse may lower it. */
function sameDayAfter(k: Constants, { g, S }: Step): number {
  const growth = Math.exp(k.w17 * (g - 3 + k.w18) - k.w19 * Math.log(S));
  return boundedS(g >= 2 && growth < 1 ? S : S * growth);
}

function sameDayBack(k: Constants, { g, S }: Step, out: number, d: Slopes): void {
  const logS = Math.log(S);
  const growth = Math.exp(k.w17 * (g - 3 + k.w18) - k.w19 * logS);
  if (g >= 2 && growth < 1) {
    d.S += out;
    return;
  }
  const after = S * growth;
  if (!isInside(after, leastS, mostS)) return;
  d.S += out * growth * (1 - k.w19);
  d.w17 += out * after * (g - 3 + k.w18);
  d.w18 += out * after * k.w17;
  d.w19 -= out * after * logS;
}

/** Difficulty after a practice: damped as it nears 10, and drawn back a little to that of an easy first one. */
function laterDifficulty(k: Constants, { g, D }: Step): number {
  const damped = D - (k.w6 * (g - 3) * (10 - D)) / 9;
  return bounded(k.w7 * k.easiest + (1 - k.w7) * damped, 1, 10);
}

function laterDifficultyBack(k: Constants, { g, D }: Step, out: number, d: Slopes): void {
  const damped = D - (k.w6 * (g - 3) * (10 - D)) / 9;
  if (!isInside(k.w7 * k.easiest + (1 - k.w7) * damped, 1, 10)) return;
  d.D += out * (1 - k.w7) * (1 + (k.w6 * (g - 3)) / 9);
  d.w4 += out * k.w7;
  d.w5 -= out * k.w7 * 3 * k.easiestPower;
  d.w6 -= (out * (1 - k.w7) * (g - 3) * (10 - D)) / 9;
  d.w7 += out * (k.easiest - damped);
}

/** Difficulty after the first practice, w4 - e^(w5 (g - 1)) + 1. */
const firstDifficulty = (k: Constants, g: number): number =>
  bounded(k.w4 - Math.exp(k.w5 * (g - 1)) + 1, 1, 10);

function firstDifficultyBack(k: Constants, { g }: Step, out: number, d: Slopes): void {
  const power = Math.exp(k.w5 * (g - 1));
  if (!isInside(k.w4 - power + 1, 1, 10)) return;
  d.w4 += out;
  d.w5 -= out * (g - 1) * power;
}

/** Stability after the first practice: w0 .. w3. */
const firstStability = (k: Constants, g: number): number =>
  g === 1 ? k.w0 : g === 2 ? k.w1 : g === 3 ? k.w2 : k.w3;

function firstStabilityBack({ g }: Step, out: number, d: Slopes): void {
  if (g === 1) d.w0 += out;
  else if (g === 2) d.w1 += out;
  else if (g === 3) d.w2 += out;
  else d.w3 += out;
}
