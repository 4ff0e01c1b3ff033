import { check } from './check.ts';
import type { Command } from './command.ts';
import { exportQuiz } from './export.ts';
import { facts } from './facts.ts';
import { fit } from './fit.ts';
import { importDeck } from './import.ts';
import { items } from './items.ts';
import { judge } from './judge.ts';
import { plan } from './plan.ts';
import { quiz } from './quiz.ts';
import { reports } from './reports.ts';
import { simulate } from './simulate.ts';

/** Every command, in the order of `--help`. */
export const commands: readonly Command[] = [
  check,
  items,
  quiz,
  facts,
  judge,
  fit,
  plan,
  simulate,
  exportQuiz,
  importDeck,
  reports,
];
