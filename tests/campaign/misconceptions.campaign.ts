import { expect, test } from 'vitest';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import { searchClasses } from '../core/insight/simulated-class.ts';
import { nigerBase } from '../niger.ts';

const base = nigerBase();
const bank = cardsOf(base).flatMap((card) => makeItem(base, card, 'single-choice', 3) ?? []);

test.each([
  { planted: 0, held: 0, ability: 0.4 },
  { planted: 0, held: 0, ability: 0.6 },
  { planted: 0, held: 0, ability: 0.8 },
  { planted: 1, held: 0.6, ability: 0.6 },
  { planted: 3, held: 0.4, ability: 0.75 },
  { planted: 3, held: 0.5, ability: 0.6 },
  { planted: 3, held: 0.6, ability: 0.6 },
  { planted: 5, held: 0.5, ability: 0.7 },
])('$planted confusions of $held of a class at ability $ability', (setup) => {
  const findings = searchClasses(bank, { classes: 1000, ...setup }, JSON.stringify(setup));
  // oxlint-disable-next-line no-console -- a campaign tells its figures
  console.log(JSON.stringify({ ...setup, ...findings }));
  if (setup.planted === 0) expect(findings.falseClasses).toBeLessThanOrEqual(0.065);
  else expect(findings.falseShare).toBeLessThanOrEqual(0.065);
});
