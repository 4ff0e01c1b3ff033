import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, parseSettings } from '#lib/storage/settings.ts';

describe('parseSettings', () => {
  test('parseSettings() of anything are settings that it reads back the same', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const settings = parseSettings(raw);
        expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
      }),
    );
  });

  test.each<[string, unknown, object]>([
    ['nothing', undefined, {}],
    ['a list', [], {}],
    ['an unknown theme', { theme: 'neon' }, {}],
    ['a chosen theme', { theme: 'dark' }, { theme: 'dark' }],
    ['a text size between two steps', { textScale: 1.2 }, {}],
    ['no minutes', { dailyMinutes: 0 }, {}],
    ['minutes', { dailyMinutes: 45 }, { dailyMinutes: 45 }],
    ['a day that is none', { examDay: '2027-02-30' }, {}],
    ['an exam day', { examDay: '2027-02-28' }, { examDay: '2027-02-28' }],
    ['a month after the exam', { keepAfterExam: true }, { keepAfterExam: true }],
    ['shortcuts off', { shortcuts: false }, { shortcuts: false }],
    ['certainty on', { certainty: true }, { certainty: true }],
    ['unknown fields', { sound: true }, {}],
  ])('%s', (_, raw, changes) => {
    expect(parseSettings(raw)).toEqual({ ...defaultSettings, ...changes });
  });
});
