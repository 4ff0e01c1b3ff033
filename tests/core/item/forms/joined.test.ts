import { describe, expect, test } from 'vitest';
import { date } from '../../topic.ts';
import { itemsIn, story, storyBase, textOf } from './story.ts';

const base = storyBase();

describe('odd-one-out', () => {
  const items = itemsIn(base, 'odd-one-out');
  const asking = (pattern: RegExp) => items.filter(({ stem }) => pattern.test(stem));

  test('asks for what is not on a complete list, and proves it by the whole list', () => {
    const list = asking(/no member of/);
    expect(list.length).toBeGreaterThan(0);
    for (const item of list) {
      expect(textOf(item, true)).toEqual(['Duna']);
      expect(textOf(item, false).toSorted()).toEqual(['Brevik', 'Corran', 'Port Alba']);
      expect(item.explanation).toBe('Brevik, Corran and Port Alba were a member of the Coast League.');
      expect(item.facts).toEqual(expect.arrayContaining(['league-alba', 'league-brevik', 'league-corran']));
    }
  });

  test('asks for the thing that lacks what three others have in common', () => {
    const places = asking(/not take place in Port Alba/);
    expect(places.length).toBeGreaterThan(0);
    const elsewhere = ['the first summer fair', 'the mayor’s concert'];
    for (const item of places) expect(elsewhere).toContain(textOf(item, true)[0]);
  });

  test('asks for the event of another month', () => {
    const months = asking(/not happen in May 1990/);
    const inMay = ['The opening of the harbour', 'The old regatta', 'The spring flood'];
    expect(months.length).toBeGreaterThan(0);
    for (const item of months) expect(textOf(item, false).toSorted()).toEqual(inMay.toSorted());
  });
});

describe('count', () => {
  test('asks once a list, and names its members', () => {
    const items = itemsIn(base, 'count');
    expect(new Set(items.map(({ card }) => card))).toEqual(new Set(['league-alba/object']));
    for (const item of items) {
      expect(textOf(item, true)).toEqual(['3']);
      expect(item.explanation).toMatch(/Brevik, Corran and Port Alba .+ That makes 3\.$/);
    }
    expect(new Set(items.map(({ key }) => key)).size).toBe(3);
  });

  test('does not count a list that is somebody’s word', () => {
    const claimed = storyBase((facts) =>
      facts.map((own) => (own.id === 'league-corran' ? { ...own, ask: 'according-to' } : own)),
    );
    expect(itemsIn(claimed, 'count')).toEqual([]);
  });
});

describe('as-of', () => {
  test('says the date and offers who held it at another time', () => {
    const items = itemsIn(base, 'as-of').filter(({ card }) => card === 'ada-mayor/subject');
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.stem).toBe('Who was the mayor of Port Alba in 1990?');
      const ben = item.options.find(({ text }) => text === 'Ben Caro');
      expect(ben?.certificate).toMatchObject({ law: 'C2', belongsTo: 'ben-mayor' });
    }
  });

  test('asks nothing of an office that had one holder', () => {
    expect(itemsIn(base, 'as-of').filter(({ card }) => card === 'cleo-warden/subject')).toEqual([]);
  });
});

describe('two-hop', () => {
  const items = itemsIn(base, 'two-hop');

  test('tells by another fact whom it asks about, and never names them', () => {
    const asked = items.filter(({ card }) => card === 'speech-words/object');
    expect(items.map(({ stem }) => stem)).toContain(
      'Which office did the person who gave the speech in the town hall hold in 1990?',
    );
    for (const { stem } of [...items, ...asked]) expect(stem).not.toContain('Ada Berg');
  });

  test('names both cards and says both facts', () => {
    const item = items.find(
      ({ card, cards }) => card === 'ada-mayor/object' && cards[1] === 'speech-giver/object',
    );
    expect(item?.explanation).toBe(
      'The speech in the town hall was given by Ada Berg. Ada Berg was the mayor of Port Alba in 1990.',
    );
  });

  test('goes no way that leads to two', () => {
    const shared = storyBase((facts) =>
      facts.flatMap((own) =>
        own.id === 'speech-giver'
          ? [
              own,
              {
                ...own,
                id: `${own.id}-two` as typeof own.id,
                object: { type: 'entity' as const, id: story.entities[1]?.id ?? own.subject },
              },
            ]
          : [own],
      ),
    );
    expect(
      itemsIn(shared, 'two-hop').filter(({ facts }) => facts.some((id) => id.startsWith('speech-giver'))),
    ).toEqual([]);
  });
});

describe('evidence-pick', () => {
  test('asks which statement is about somebody described, by the fact that links them', () => {
    const items = itemsIn(base, 'evidence-pick').filter(({ card }) => card === 'speech-giver/object');
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.stem).toBe(
        'Which of these statements is about the person who gave the speech in the town hall?',
      );
      expect(textOf(item, true)).toEqual(['Ada Berg was the mayor of Port Alba in 1990.']);
      expect(textOf(item, false).filter((text) => text.includes('Ada Berg'))).toEqual([]);
    }
  });
});

describe('who-said', () => {
  test('offers others who spoke, only where the occasion proves who did', () => {
    const items = itemsIn(base, 'who-said');
    expect(new Set(items.map(({ card }) => card))).toEqual(new Set(['speech-words/speaker']));
    for (const item of items) {
      expect(textOf(item, true)).toEqual(['Ada Berg']);
      expect(textOf(item, false).toSorted()).toEqual(['Cleo Dahl', 'Dan Eriksen']);
    }
  });
});

describe('source-comparison', () => {
  test('asks whose version it is, and says every version', () => {
    const items = itemsIn(base, 'source-comparison');
    const places = items.filter(({ card }) => card === 'fair-place/object');
    expect(places.length).toBeGreaterThan(0);
    for (const item of places) {
      expect(item.stem).toBe(
        'Sources differ on how many came to the fair. Which of them says this: some four hundred?',
      );
      expect(textOf(item, true)).toEqual(['the courier of 1 December 1990']);
      expect(item.explanation).toContain('The herald of 8 December 1990 says this: more than nine hundred.');
    }
  });

  test('asks nothing where the versions do not exclude one another', () => {
    const loose = {
      ...base,
      topic: { ...base.topic, conflicts: base.topic.conflicts.map(({ rival: _, ...own }) => own) },
    };
    expect(itemsIn(loose, 'source-comparison')).toEqual([]);
  });
});

describe('corrected-fact', () => {
  test('asks what is known now and offers what was said at first', () => {
    const items = itemsIn(base, 'corrected-fact');
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.stem).toBe(
        'Later reports replaced what the courier of 1 December 1990 said. On what date did the opening of the harbour take place?',
      );
      expect(textOf(item, true)).toEqual(['1 May 1990']);
      expect(textOf(item, false)).toContain('3 May 1990');
      expect(item.facts).toContain('opening-first');
    }
  });

  test('says that a replaced report is mistaken where it is the later one', () => {
    const late = {
      ...base,
      sources: new Map(
        [...base.sources].map(([id, own]) => [
          id,
          id === 'courier' ? { ...own, date: date('1991-01-01') } : own,
        ]),
      ),
    };
    for (const item of itemsIn(late, 'corrected-fact')) {
      expect(item.stem).toBe(
        'The courier of 1 December 1990 got this wrong. On what date did the opening of the harbour take place?',
      );
      expect(textOf(item, true)).toEqual(['1 May 1990']);
    }
  });
});
