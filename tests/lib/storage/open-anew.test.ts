import { describe, expect, test } from 'vitest';
import { noteKeys } from '#lib/storage/notes.ts';
import { openAnew } from '#lib/storage/open-anew.ts';
import { databaseName } from '#lib/storage/schema.ts';
import { review } from '../../core/review/some-events.ts';
import { steadyClock } from './clock.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { keptIn, stored } from './stored.ts';
import { openTab } from './tab.ts';

describe('openAnew', () => {
  /** The browser cannot open the database of this name any more. */
  function broken({ copy, notes }: FaultyFactory): FaultyFactory {
    const factory = new FaultyFactory(copy, notes);
    const open = factory.open.bind(factory);
    factory.open = (name, version) => {
      if (name === databaseName)
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      return open(name, version);
    };
    return factory;
  }
  const edgeOf = (factory: FaultyFactory) => {
    const { copy, notes } = factory;
    return { factory, notes, openCopy: async () => copy, now: steadyClock() };
  };

  test('goes on in another database with all that the second copy holds, also at the next start', async () => {
    const { factory, before } = await stored();
    const sick = broken(factory);
    const anew = await openAnew(edgeOf(sick));
    expect(anew).toMatchObject({ ok: true, value: { recovery: { restored: 3, missing: 0 } } });
    expect(anew.ok && (await keptIn(anew.value.storage))).toEqual(before);
    if (anew.ok) await anew.value.storage.append(review());
    expect((await (await openTab(sick)).log()).events).toHaveLength(4);
  });

  test('goes by the second copy alone where nothing was noted', async () => {
    const { factory } = await stored();
    factory.notes.set(noteKeys.sentinel, undefined);
    const anew = await openAnew(edgeOf(broken(factory)));
    expect(anew).toMatchObject({ ok: true, value: { recovery: { restored: 3, missing: 0 } } });
  });

  test('goes on from the second database to a third', async () => {
    const { factory, before } = await stored();
    factory.notes.set(noteKeys.database, 'harmattan-2');
    const anew = await openAnew(edgeOf(factory));
    expect(factory.notes.get(noteKeys.database)).toBe('harmattan-3');
    expect(anew.ok && (await keptIn(anew.value.storage))).toEqual(before);
  });

  test.each(['', 'harmattan-', 'harmattan-x', 'harmattan-1234567', 'other-2'])(
    'takes the note %j for none',
    async (name) => {
      const { factory } = await stored();
      factory.notes.set(noteKeys.database, name);
      expect((await (await openTab(factory)).log()).events).toHaveLength(3);
      await openAnew(edgeOf(factory));
      expect(factory.notes.get(noteKeys.database)).toBe('harmattan-2');
    },
  );

  test('leaves everything as it was where the other one cannot be opened either', async () => {
    const { factory } = await stored();
    factory.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    expect(await openAnew(edgeOf(factory))).toMatchObject({ ok: false, problem: { type: 'damaged' } });
    expect(factory.notes.get(noteKeys.database)).toBe('harmattan');
  });

  test('waits to be asked when the second copy is known to lack something', async () => {
    const { factory } = await stored();
    factory.copy.text = factory.copy.text.split('\n').slice(0, 2).join('\n') + '\n';
    const sick = broken(factory);
    expect(await openAnew(edgeOf(sick))).toMatchObject({
      ok: false,
      problem: { type: 'damaged', reason: 'no whole second copy' },
    });
    expect(factory.notes.get(noteKeys.database)).toBeUndefined();
    const partly = await openAnew(edgeOf(sick), { partly: true });
    expect(partly).toMatchObject({ ok: true, value: { recovery: { restored: 2, missing: 1 } } });
  });
});
