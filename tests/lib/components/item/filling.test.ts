import { expect, test } from 'vitest';

import { fillingBefore } from '#lib/components/item/filling.ts';

test.each([
  [' member states in July 2023.', '15 member states', '15'],
  [' in July 2023.', '15 member states', '15 member states'],
  [' member statesmen met.', '15 member states', '15 member states'],
  ['.', 'Niamey', 'Niamey'],
  [' Niamey airport', 'Niamey', 'Niamey'],
  [' of Niger', 'the Republic of Niger', 'the Republic'],
  [' of Niger', '', ''],
])('fillingBefore(%j, %j) is %j', (rest, filled, expected) => {
  expect(fillingBefore(rest, filled)).toBe(expected);
});
