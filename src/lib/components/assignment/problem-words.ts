import type { CodeProblem } from '#core/assignment/code.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

/** What is wrong with a code, and what to do about it. */
export function codeProblemWords(problem: Problem): string {
  switch (problem.type) {
    case 'other-pack':
      return problem.version === ''
        ? m.code_problem_other_pack_typed()
        : m.code_problem_other_pack({ version: formatDate(problem.version) });
    case 'other-generator':
      return problem.newer ? m.code_problem_other_generator_newer() : m.code_problem_other_generator_older();
    default:
      return words[problem.type]();
  }
}

type Problem = CodeProblem | { readonly type: 'not-for-us' } | { readonly type: 'unknown-quiz' };

const words: Readonly<Record<Exclude<Problem['type'], 'other-pack' | 'other-generator'>, () => string>> = {
  empty: m.code_problem_empty,
  'not-a-code': m.code_problem_not_a_code,
  'too-long': m.code_problem_too_long,
  checksum: m.code_problem_checksum,
  'newer-version': m.code_problem_newer,
  'other-kind': m.code_problem_other_kind,
  shape: m.code_problem_shape,
  signature: m.code_problem_signature,
  'not-for-us': m.code_problem_not_for_us,
  'unknown-quiz': m.code_problem_unknown_quiz,
};
