import { describe, expect, test } from 'vitest';
import { writePack } from '#core/fact/pack.ts';
import { cardsOf } from '#core/item/generate.ts';
import { packHash } from '#core/assignment/code.ts';
import { readFactsFile } from '#core/assignment/facts-file.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const text = writePack(base.topic, cardsOf(base));

describe('readFactsFile()', () => {
  test('tells which facts a file holds, whatever it is called', () => {
    const { id, version } = base.topic;
    const pack = { topic: id, version, hash: packHash(text) };
    expect(readFactsFile(text)).toEqual({ ok: true, value: { pack, text } });
  });

  const changed = (from: RegExp | string, to: string): string => {
    const other = text.replace(from, to);
    if (other === text) throw new RangeError(`Change something, not "${from}"`);
    return other;
  };

  test.each([
    ['something else', '{"quiz": 1}'],
    ['half a file', text.slice(0, text.length / 2)],
    ['no text', ''],
    ['a list of cards that does not fit', changed(/"cards":"[^"]*"/, '"cards":"o"')],
    ['facts without their lists', changed('"facts":', '"fact":')],
    ['a name that leads elsewhere', changed(/"id":"[^"]*"/, '"id":"../settings"')],
    [
      'a link that is a program',
      changed(/"url":"[^"]*"|"publisher":/, '"url":"javascript:alert(1)","publisher":'),
    ],
  ])('refuses %s', (_, other) => {
    expect(readFactsFile(other)).toEqual({ ok: false, problem: { type: 'not-facts' } });
  });

  test('refuses what reaches for prototypes, and asks for an update where the format is newer', () => {
    expect(readFactsFile(changed('"entities":', '"__proto__":{},"entities":'))).toMatchObject({
      problem: { type: 'hostile' },
    });
    expect(readFactsFile(changed('"v":1', '"v":2'))).toMatchObject({ problem: { type: 'newer-facts' } });
  });
});
