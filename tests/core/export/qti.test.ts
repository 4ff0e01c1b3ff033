import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Body, CarriedItem } from '#core/export/carried.ts';
import { explanationWithSources } from '#core/export/explanation.ts';
import type { Format } from '#core/export/format.ts';
import { formats } from '#core/export/formats/index.ts';
import { qtiName } from '#core/export/qti-item.ts';
import { textOf } from '#core/file/utf8.ts';
import { exported, exportedAwkward } from './exported.ts';
import { allBelow, attribute, one, qtiItem, textIn } from './readers/qti-player.ts';

/** The items of a package in the order of its manifest, each file named there and only those. */
function itemsIn(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const text = (name: string): string => textOf(files[name] ?? new Uint8Array());
  const { documentElement: manifest } = new DOMParser().parseFromString(text('imsmanifest.xml'), 'text/xml');
  if (!manifest) throw new TypeError('No manifest');
  const resources = allBelow(manifest, 'resource');
  const named = resources.map((resource) => attribute(resource, 'href'));
  expect(Object.keys(files).toSorted()).toEqual(['imsmanifest.xml', ...named].toSorted());
  const items = resources.filter((resource) => attribute(resource, 'type').startsWith('imsqti_item_xmlv'));
  return items.map((resource) => ({
    ...qtiItem(text(attribute(resource, 'href'))),
    tags: allBelow(resource, 'string').map(textIn),
  }));
}

type Played = ReturnType<typeof itemsIn>[number];

/** What is shown: the stem and everything to choose from. */
function shown({ root }: Played) {
  const body = one(root, 'itemBody');
  const choices = [...allBelow(body, 'simpleChoice'), ...allBelow(body, 'simpleAssociableChoice')];
  const stem = [...allBelow(body, 'prompt'), ...allBelow(body, 'p')].map(textIn).join('');
  return { stem, choices: choices.map(textIn) };
}

function shownOf({ stem, body }: CarriedItem) {
  const choices = choicesOf(body);
  return {
    stem: body.kind === 'text' && stem.split('____').length === 2 ? stem.replace('____', '') : stem,
    choices,
  };
}

function choicesOf(body: Body): readonly string[] {
  switch (body.kind) {
    case 'choice':
    case 'multiple':
      return body.options.map(({ text }) => text);
    case 'order':
      return body.tiles;
    case 'match':
      return [...body.rows.map(({ text }) => text), ...body.targets];
    default:
      return [];
  }
}

/** A right response in the words of the item, and one that is wrong through and through. */
function responsesTo(
  item: Played,
  { body }: CarriedItem,
): { readonly right: string[]; readonly wrong: string[] } {
  const letter = (index: number): string => String.fromCharCode(65 + index);
  switch (body.kind) {
    case 'choice':
    case 'multiple': {
      const of = (correct: boolean): string[] =>
        body.options.flatMap((option, index) => (option.correct === correct ? [letter(index)] : []));
      const wrong = of(false);
      return { right: of(true), wrong: body.kind === 'choice' ? wrong.slice(0, 1) : wrong };
    }
    case 'text':
      return { right: [body.accepted.at(-1) ?? ''], wrong: ['Xyzzy'] };
    case 'number':
      return {
        right: [String(body.amount + body.tolerance)],
        wrong: [String(body.amount + body.tolerance + 1)],
      };
    case 'order':
      return { right: body.solution.map(letter), wrong: body.solution.map(letter).toReversed() };
    case 'match':
      return {
        right: body.rows.map(({ target }, index) => `S${index + 1} T${target + 1}`),
        wrong: body.rows.map(
          ({ target }, index) => `S${index + 1} T${((target + 1) % body.targets.length) + 1}`,
        ),
      };
    default:
      return { right: [...item.correct], wrong: [] };
  }
}

const score = (item: Played, given: readonly string[]): number =>
  Number(item.process(given).get('SCORE')?.[0]);

const qtiFormats: readonly Format[] = [formats.qti21, formats.qti3];

describe.each(qtiFormats)('$id', (format) => {
  const { bytes, items } = exported(format);
  const played = itemsIn(bytes);

  test('shows the same items with the same ids and keywords', () => {
    expect(items.length).toBeGreaterThanOrEqual(300);
    expect(played.map(({ identifier, tags }) => ({ identifier, tags }))).toEqual(
      items.map(({ id, tags }) => ({ identifier: qtiName(id), tags })),
    );
    expect(played.map(shown)).toEqual(items.map(shownOf));
  });

  test('gives 1 for the key, 0 for a wrong answer and for none', () => {
    const kinds = new Map<string, number>();
    played.forEach((item, index) => {
      const meant = items[index];
      if (!meant || meant.body.kind === 'open') return;
      const { right, wrong } = responsesTo(item, meant);
      const scores = {
        key: score(item, item.correct),
        right: score(item, right),
        wrong: score(item, wrong),
        none: score(item, []),
      };
      expect({ item: item.identifier, ...scores }).toEqual({
        item: item.identifier,
        key: 1,
        right: 1,
        wrong: 0,
        none: 0,
      });
      kinds.set(meant.body.kind, (kinds.get(meant.body.kind) ?? 0) + 1);
    });
    expect(Math.min(...kinds.values())).toBeGreaterThanOrEqual(5);
    expect([...kinds.keys()].toSorted()).toEqual(['choice', 'match', 'multiple', 'number', 'order', 'text']);
  });

  test('gives a share of the marks for what is partly right', () => {
    const partly = items.flatMap(({ body }, index) => {
      const item = played[index];
      const right =
        body.kind === 'match' || body.kind === 'multiple' ? item?.correct.slice(0, -1) : undefined;
      return item && right && right.length > 0 ? [{ got: score(item, right), of: item.correct.length }] : [];
    });
    expect(partly.length).toBeGreaterThan(10);
    for (const { got, of } of partly) expect(got).toBeCloseTo((of - 1) / of, 4);
  });

  test('says why a chosen option is wrong, and explains with sources', () => {
    played.forEach((item, index) => {
      const meant = items[index];
      if (meant?.body.kind !== 'choice') return;
      meant.body.options.forEach(({ feedback }, place) => {
        const said = item.feedbackFor(item.process([String.fromCharCode(65 + place)]));
        expect(said).toEqual([...(feedback === undefined ? [] : [feedback]), explanationWithSources(meant)]);
      });
    });
  });

  test('keeps every sign that means something in XML', () => {
    const awkward = exportedAwkward(format);
    expect(itemsIn(awkward.bytes).map(shown)).toEqual(awkward.items.map(shownOf));
  });
});
