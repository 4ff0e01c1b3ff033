import { check } from './check.ts';
import type { Command } from './command.ts';
import { facts } from './facts.ts';
import { fit } from './fit.ts';
import { items } from './items.ts';
import { quiz } from './quiz.ts';

/** Every command, in the order of `--help`. */
export const commands: readonly Command[] = [check, items, quiz, facts, fit];
