import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawMap } from '../src/build/map-plugin.ts';
import { compileTopics } from '../src/cli/content/compile.ts';
import { loneFacts } from '../src/cli/content/findings/origins.ts';
import { candidatesOnMap } from '#core/explore/map-candidates.ts';
import type { MapCandidate } from '#core/explore/map-candidates.ts';
import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { Fact } from '#core/fact/fact.ts';
import { parsePack } from '#core/fact/pack.ts';
import { easierForms, makeEasier } from '#core/item/easier.ts';
import { mostLean } from '#core/item/even-draw.ts';
import { attemptItem, itemsOf, possibleCards } from '#core/item/generate.ts';
import { formIds } from '#core/item/item.ts';
import type { FormId, Item, Option } from '#core/item/item.ts';
import { foldText, mentions } from '#core/item/words.ts';
import { grade } from '#core/review/grade.ts';

const { packs, problems } = compileTopics('content');

test('every topic compiles', () => {
  expect(problems).toEqual([]);
  expect(packs.map(({ id }) => id)).toEqual(['niger', 'sahel-geography']);
});

const optionsOf = ({ options, repair }: Item): readonly Option[] => [...options, ...(repair?.options ?? [])];

describe.each([
  { id: 'niger', atLeast: { facts: 400, items: 1500 } },
  { id: 'sahel-geography', atLeast: { facts: 60, items: 300 } },
])('the topic $id', ({ id, atLeast }) => {
  let base: Base;
  let items: readonly Item[];

  beforeAll(() => {
    base = indexTopic(parsePack(JSON.parse(packs.find((pack) => pack.id === id)?.json ?? 'null')));
    items = itemsOf(base, 1);
  });

  test('has facts and items enough', () => {
    expect(base.topic.facts.length).toBeGreaterThanOrEqual(atLeast.facts);
    expect(items.length).toBeGreaterThanOrEqual(atLeast.items);
  });

  test('fits the budget of a pack', () => {
    const { json = '' } = packs.find((pack) => pack.id === id) ?? {};
    expect(brotliCompressSync(json).length).toBeLessThanOrEqual(120 * 1024);
  });

  test('asks every fact that may be asked', () => {
    const asked = new Set(items.flatMap(({ facts }) => facts));
    const silent = base.topic.facts.filter(({ id, ask }) => ask !== 'never' && !asked.has(id));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('has a smaller item for every card that is asked', () => {
    // Those that need no wrong options are made at once.
    const quickest = easierForms.toReversed();
    const asked = new Set(items.map(({ card }) => card));
    const without = possibleCards(base).filter(
      (card) => asked.has(card.id) && !quickest.some((form) => makeEasier(base, card, form, 1)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('asks every fact that may be asked in at least two forms', () => {
    const formsOf = new Map<string, Set<string>>();
    for (const {
      facts: [fact = ''],
      form,
    } of items)
      formsOf.set(fact, (formsOf.get(fact) ?? new Set()).add(form));
    const few = base.topic.facts.filter((fact) => isAsked(fact) && (formsOf.get(fact.id)?.size ?? 0) < 2);
    expect(few.map(({ id }) => id)).toEqual([]);

    function isAsked({ id, ask, rank }: Fact): boolean {
      return ask !== 'never' && rank !== 'deprecated' && !base.superseded.has(id);
    }
  });

  test('cites a dated source for every item', () => {
    const unsourced = items.filter(
      ({ citations }) => !citations.some(({ publisher, date }) => publisher && date),
    );
    expect(unsourced).toEqual([]);
  });

  test('certifies every wrong option and no right one', () => {
    const bad = items
      .flatMap(optionsOf)
      .filter(({ correct, certificate }) => correct === (certificate !== undefined));
    expect(bad).toEqual([]);
  });

  test('lets no guesser gain by any draw, but where the fact itself says what to offer', () => {
    const dictated: readonly FormId[] = ['as-of', 'source-comparison', 'corrected-fact'];
    const leaning = possibleCards(base).flatMap((card) =>
      formIds
        .filter((form) => !dictated.includes(form))
        .flatMap((form) => {
          const attempt = attemptItem(base, card, form, 2);
          const leans = attempt.type === 'made' ? (attempt.leans ?? []) : [];
          return leans.some((lean) => Math.abs(lean) > mostLean) ? [`${form} ${card.id}`] : [];
        }),
    );
    expect(leaning).toEqual([]);
  });

  test('has no item twice', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test('never says the answer in the stem of a choice or typed item', () => {
    const leaking = items.filter(({ form, stem, key, options }) => {
      if (form === 'true-false') return false;
      return mentions(stem, options.find(({ id }) => id === key)?.text ?? key);
    });
    expect(leaking.map(({ stem }) => stem)).toEqual([]);
  });

  test('asks whole questions', () => {
    const asking = items.filter(({ form }) => !['true-false', 'cloze', 'gap-card'].includes(form));
    expect(asking.filter(({ stem }) => !/^[A-Z].*\?$/.test(stem)).map(({ stem }) => stem)).toEqual([]);
  });

  test('leaves no hole that two different answers would fill', () => {
    const fillings = new Map<string, Set<string>>();
    for (const { form, stem, key } of items)
      if (form === 'cloze' || form === 'gap-card')
        fillings.set(stem, (fillings.get(stem) ?? new Set()).add(key));
    expect(fillings.size).toBeGreaterThan(50);
    expect([...fillings].filter(([, keys]) => keys.size > 1).map(([stem]) => stem)).toEqual([]);
  });

  test('writes clean sentences', () => {
    const texts = items.flatMap((item) => [
      item.stem,
      item.explanation,
      ...optionsOf(item).map(({ text }) => text),
    ]);
    const unclean = texts.filter((text) =>
      /\s\s|\s[.,?]|\bthe the\b|\ba [aeio]\w|undefined|[{}[\]]|\.\.|'s's/i.test(text),
    );
    expect(unclean).toEqual([]);
  });

  test('accepts each key and refuses each rival', { timeout: 60_000 }, () => {
    for (const item of items) {
      for (const text of item.accepted)
        expect(grade(item, { type: 'text', text }).verdict, item.stem).toBe('right');
      for (const text of item.rivals)
        expect(grade(item, { type: 'text', text }).verdict, `${item.stem} ${text}`).toBe('wrong');
    }
  });

  test('takes for no entity the name of another of its kind', () => {
    const typed = new Map(
      items.flatMap((item) =>
        item.entry?.type === 'words' ? [[item.accepted[0] ?? '', item] as const] : [],
      ),
    );
    const taken = [...typed].flatMap(([key, item]) => {
      const own = base.topic.entities.find(({ name }) => name === key);
      if (!own) return [];
      return (base.entitiesByKind.get(own.kind) ?? [])
        .filter(({ id }) => id !== own.id && !own.overlaps.includes(id))
        .flatMap(({ name, aliases }) => [name, ...aliases])
        .filter((text) => grade(item, { type: 'text', text }).marks > 0)
        .map((text) => [key, text]);
    });
    expect(typed.size).toBeGreaterThan(10);
    expect(taken).toEqual([]);
  });

  test('has true and false statements in fair numbers', () => {
    const judged = items.filter(({ form }) => form === 'true-false');
    const share = judged.filter(({ key }) => key === 'true').length / judged.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.12);
  });

  test('points only at what the map draws', () => {
    const pointing = items.filter(({ interaction }) => interaction === 'point');
    const drawing = drawMap('content', id);
    const [left, top, width, height] = drawing.whole;
    const inside = ({ x, y }: MapCandidate): boolean =>
      x > left && x < left + width && y > top && y < top + height;
    const undrawn = pointing.filter(
      ({ options }) => candidatesOnMap(base, drawing, options).filter(inside).length < options.length,
    );
    expect(pointing.length).toBeGreaterThan(0);
    expect(undrawn.map(({ card, options }) => [card, options.map(({ text }) => text)])).toEqual([]);
  });

  test('keeps one text in one place: no two options of an item say the same', () => {
    const doubled = items.filter(
      ({ options }) => new Set(options.map(({ text }) => foldText(text))).size < options.length,
    );
    expect(doubled.map(({ stem }) => stem)).toEqual([]);
  });
});

describe('the course on Niger', () => {
  const { json = 'null' } = packs.find((pack) => pack.id === 'niger') ?? {};
  const topic = parsePack(JSON.parse(json));

  test('keeps its vocabulary small', () => {
    const topics = packs.flatMap((pack) => parsePack(JSON.parse(pack.json)).predicates);
    expect(new Set(topics.map(({ id }) => id)).size).toBeLessThanOrEqual(120);
  });

  test('rests three facts in four on two independent origins', () => {
    expect(loneFacts(topic).length / topic.facts.length).toBeLessThanOrEqual(0.25);
  });

  test('has lists that are complete, each with sources', () => {
    const complete = new Set(topic.predicates.filter((predicate) => predicate.complete).map(({ id }) => id));
    const listed = topic.facts.filter(({ predicate }) => complete.has(predicate));
    const keys = listed.map(({ predicate, subject }) => `${subject} ${predicate}`);
    const lists = new Set(keys.filter((key, index) => keys.indexOf(key) < index));
    expect(lists.size).toBeGreaterThanOrEqual(8);
    expect(listed.filter(({ references }) => references.length === 0)).toEqual([]);
  });

  test('records where its sources differ', () => {
    const differing = topic.conflicts.filter(
      ({ values }) =>
        new Set(values.flatMap(({ source }) => source ?? [])).size > 1 &&
        new Set(values.map(({ value }) => value)).size > 1,
    );
    expect(differing.length).toBeGreaterThanOrEqual(12);
  });

  test('keeps what was corrected, without asking it', () => {
    const replaced = new Set(topic.facts.flatMap(({ supersedes }) => supersedes));
    expect(replaced.size).toBeGreaterThanOrEqual(6);
  });
});
