import type { FormReport } from '#core/item/bank-report.ts';

/** A report for reading in a terminal, in percent. */
export function reportText(report: FormReport): string {
  const { form, candidates, accepted, flawRate, offers, leans, solver, positions, rejected } = report;
  const guessers = Object.entries(solver).map(
    ([hunch, { guesser, blind }]) => `${hunch} ${signed(guesser - blind)}`,
  );
  const exactly = Object.entries(leans).map(([hunch, lean]) => `${hunch} ${signed(lean)}`);
  const reasons = Object.entries(rejected)
    .toSorted(([, a], [, b]) => b - a)
    .map(([check, times]) => `${check} ${times}`);
  return [
    `${form}: ${accepted} of ${candidates} candidates accepted, ${percent(flawRate)} of them flawed`,
    ...(reasons.length > 0 ? [`  dropped for: ${reasons.join(', ')}`] : []),
    ...(offers > 0
      ? [
          `  ${offers} choices; points that guessers gain over chance (${percent(solver.longest.blind)}), on average over all draws: ${exactly.join(', ')}`,
          `  by these seeds (standard error ${standardError(solver.longest.blind, offers)}): ${guessers.join(', ')}`,
          `  key first, second ...: ${positions.join(', ')}`,
        ]
      : []),
  ].join('\n');
}

/** Of a share among so many independent choices, in points. */
const standardError = (share: number, count: number): string =>
  (100 * Math.sqrt((share * (1 - share)) / count)).toFixed(2);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const signed = (share: number): string => `${share < 0 ? '' : '+'}${(100 * share).toFixed(2)}`;
