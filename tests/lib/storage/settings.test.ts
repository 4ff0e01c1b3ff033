import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, parseSettings } from '#lib/storage/settings.ts';

test('a learner who has chosen nothing has ten minutes, keys that answer, and days from four on', () => {
  expect(defaultSettings).toEqual({
    v: 1,
    theme: 'system',
    textScale: 1,
    dailyMinutes: 10,
    keepAfterExam: false,
    shortcuts: true,
    certainty: false,
    rollOverHour: 4,
  });
});

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
    ['a list of a day', { examDay: ['2027-02-28'] }, {}],
    ['an exam day', { examDay: '2027-02-28' }, { examDay: '2027-02-28' }],
    ['a month after the exam', { keepAfterExam: true }, { keepAfterExam: true }],
    ['shortcuts off', { shortcuts: false }, { shortcuts: false }],
    ['certainty on', { certainty: true }, { certainty: true }],
    ['the system’s theme', { theme: 'system' }, { theme: 'system' }],
    ['a light theme', { theme: 'light' }, { theme: 'light' }],
    ...[1.15, 1.3, 1.5].map((textScale): [string, object, object] => [
      `a text size of ${textScale}`,
      { textScale },
      { textScale },
    ]),
    ['one minute', { dailyMinutes: 1 }, { dailyMinutes: 1 }],
    ['four hours', { dailyMinutes: 240 }, { dailyMinutes: 240 }],
    ['more than four hours', { dailyMinutes: 241 }, {}],
    ['nothing after the exam', { keepAfterExam: false }, { keepAfterExam: false }],
    ['shortcuts on', { shortcuts: true }, { shortcuts: true }],
    ['certainty off', { certainty: false }, { certainty: false }],
    ['switches in words', { shortcuts: 'no', certainty: 'yes', keepAfterExam: 1 }, {}],
    ['a day from midnight on', { rollOverHour: 0 }, { rollOverHour: 0 }],
    ['a day from noon on', { rollOverHour: 12 }, { rollOverHour: 12 }],
    ['a day from the afternoon on', { rollOverHour: 13 }, {}],
    ['a day from half past four on', { rollOverHour: 4.5 }, {}],
    ['unknown fields', { sound: true }, {}],
  ])('%s', (_, raw, changes) => {
    expect(parseSettings(raw)).toStrictEqual({ ...defaultSettings, ...changes });
  });
});
