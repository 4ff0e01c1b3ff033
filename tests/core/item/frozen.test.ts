import { expect, test } from 'vitest';
import { itemsOf } from '#core/item/generate.ts';
import { hashText, seededRandom } from '#core/item/random.ts';
import type { FormId } from '#core/item/item.ts';
import { harbourBase } from '../topic.ts';
import { coast, itemsOfForm, regattas } from './form-topics.ts';

/**
 * Items are the same on every device for ever. If a change of the generator is meant to make other items, raise
 * `generatorVersion` and take the new vectors (`npx vitest run -u`); if it is not meant to, mend it.
 */
test('seededRandom() gives the frozen stream', async () => {
  const random = seededRandom('harmattan');
  const stream = Array.from({ length: 8 }, () => Math.floor(random() * 2 ** 32));
  await expect(JSON.stringify(stream)).toMatchFileSnapshot('../../vectors/random.json');
});

test('hashText() gives the frozen hash', () => {
  expect(hashText('harmattan')).toMatchInlineSnapshot(`"1k28zhi366l"`);
});

test('itemsOf() gives the frozen items for version 4 of the generator', async () => {
  const items = [1, 2, 3].flatMap((seed) => itemsOf(harbourBase(), seed));
  await expect(JSON.stringify(items, undefined, 1)).toMatchFileSnapshot('../../vectors/items.v5.json');
});

test('forms of several facts give the frozen items for version 4 of the generator', async () => {
  const timed: readonly FormId[] = ['timeline', 'ordering', 'correct-timeline', 'matching', 'categorise'];
  const placed: readonly FormId[] = ['multiple-response', 'map', 'matching', 'categorise'];
  const some = (base: typeof coast, forms: readonly FormId[]) =>
    forms.flatMap((form) => itemsOfForm(base, form, [1]).slice(0, 3));
  const items = [...some(regattas, timed), ...some(coast, placed)];
  await expect(JSON.stringify(items, undefined, 1)).toMatchFileSnapshot('../../vectors/several.v5.json');
});
