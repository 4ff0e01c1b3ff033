import { readFileSync } from 'node:fs';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { fitted } from '#core/memory/fit/fit.ts';
import type { Fit, FitKind } from '#core/memory/fit/fit.ts';
import { answeredOf, historiesOf } from '#core/memory/fit/histories.ts';
import { measured } from '#core/memory/fit/measure.ts';
import type { Measure } from '#core/memory/fit/measure.ts';
import { parseReviewCsv } from '../review-csv.ts';
import { done, misused } from './command.ts';
import type { Command } from './command.ts';

export const fit: Command = {
  name: 'fit',
  summary: 'fit the memory model to a review log; log loss and AUC beside the default parameters',
  takes: ['json'],
  file: 'a CSV file card_id,review_time_ms,rating with ratings 1 again, 2 hard, 3 good, 4 easy',
  run({ json }, _contentDir, file) {
    if (file === undefined)
      return misused('Write the file to read, a CSV with the heading card_id,review_time_ms,rating');
    const text = readText(file);
    if (text === undefined) return misused(`Cannot read "${file}"; write the path of a CSV file`);
    const parsed = parseReviewCsv(text);
    if (!parsed.ok) return { exit: 1, lines: [], complaint: `${file}: ${parsed.problem}` };
    const histories = historiesOf(parsed.value.map(answeredOf));
    const found = fitted(histories);
    const own = measured(histories, found.weights);
    const standard = measured(histories, defaultWeights);
    const report: Report = { reviews: parsed.value.length, found, own, standard };
    return done(json ? [JSON.stringify(recordOf(report))] : textOf(report));
  },
};

interface Report {
  readonly reviews: number;
  readonly found: Fit;
  readonly own: Measure;
  readonly standard: Measure;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function recordOf({ reviews, found, own, standard }: Report) {
  const { kind, weights, predictions, proof } = found;
  return {
    parameters: weights.map(rounded),
    kind,
    reviews,
    predictions,
    logLoss: rounded(own.logLoss),
    auc: rounded(own.auc),
    default: {
      parameters: defaultWeights,
      logLoss: rounded(standard.logLoss),
      auc: rounded(standard.auc),
    },
    /** The latest fifth, predicted by parameters found without it. */
    heldOut: proof
      ? {
          predictions: proof.found.predictions,
          logLoss: rounded(proof.found.logLoss),
          auc: rounded(proof.found.auc),
          default: { logLoss: rounded(proof.standard.logLoss), auc: rounded(proof.standard.auc) },
        }
      : null,
  };
}

const kindText: Readonly<Record<FitKind, string>> = {
  default: 'the default ones: too few answers to tell, or nothing predicts them better',
  voted: 'chosen among kinds of learners, since there are few answers',
  trained: 'trained on the answers',
};

function textOf({ reviews, found, own, standard }: Report): readonly string[] {
  const { kind, weights, predictions, proof } = found;
  return [
    `${reviews} reviews, ${predictions} of them on a later day than the review before`,
    `parameters ${kindText[kind]}`,
    weights.map((weight) => weight.toFixed(4)).join(', '),
    comparison('all answers', own, standard),
    ...(proof ? [comparison('the latest, held out', proof.found, proof.standard)] : []),
  ];
}

const comparison = (of: string, own: Measure, standard: Measure): string =>
  `${of} (${own.predictions}): log loss ${own.logLoss.toFixed(4)} (default ${standard.logLoss.toFixed(4)}), ` +
  `AUC ${own.auc.toFixed(4)} (default ${standard.auc.toFixed(4)})`;

const rounded = (value: number): number => Number(value.toFixed(6));
