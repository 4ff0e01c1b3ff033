/** The shares of the marks that Moodle knows; it passes over items with any other. */
export const moodleFractions: readonly string[] = [
  '100',
  '90',
  '83.33333',
  '80',
  '75',
  '70',
  '66.66667',
  '60',
  '50',
  '40',
  '33.33333',
  '30',
  '25',
  '20',
  '16.66667',
  '14.28571',
  '12.5',
  '11.11111',
  '10',
  '5',
  '0',
];

/** The share of each of so many right options, as Moodle writes it; of more than ten, the nearest it knows. */
export function fractionOf(count: number): string {
  const exact = 100 / Math.max(1, count);
  const off = (share: string): number => Math.abs(Number(share) - exact);
  return moodleFractions.reduce((best, share) => (off(share) < off(best) ? share : best));
}
