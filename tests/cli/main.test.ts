import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { sample, sampleContent } from './content/sample.ts';

const mali = ['--topic', 'mali'];
const json = (args: readonly string[]) =>
  run([...args, '--json'], sample).lines.map((line) => JSON.parse(line));

describe('run()', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('shows every command for %j', (args) => {
    const { exit, lines } = run(args, sample);
    expect(exit).toBe(0);
    for (const name of ['check', 'items', 'quiz', 'facts', 'judge']) expect(lines.join('\n')).toContain(name);
  });

  test('shows the options of a command', () => {
    expect(run(['quiz', '--help'], sample).lines[0]).toContain(
      'quiz [--topic T] [--count N] [--seed N] [--subtopic S] [--form F]',
    );
  });

  test.each([
    [['itms'], 'There is no command "itms"; write items'],
    [['dance'], 'the commands are check, items, quiz, facts, judge'],
    [['items', '--form', 'essay'], 'There is no form "essay"; the forms are flashcard, single-choice'],
    [['items', '--from', 'typed'], 'There is no option --from; write --form'],
    [['check', '--json'], 'There is no option --json here; the options are --origins'],
    [['items', '--topic', 'mail'], 'There is no topic "mail"; write --topic mali'],
    [['items', '--topic', 'xyzzy'], 'the topics are mali'],
    [['items', '--topic'], 'Write a value after --topic'],
    [['items', '--seed', 'x'], '"x" is no number for --seed; write a whole number from 0'],
    [['items', '--seed', '-1'], '"-1" is no number for --seed'],
    [['quiz', '--count', '0'], '"0" is no number for --count; write a whole number from 1'],
    [['quiz', '--count', '1.5'], '"1.5" is no number'],
    [['quiz', ...mali, '--count', '999'], 'gives a quiz of at most'],
    [['items', '--json=yes'], 'Write --json without a value'],
    [['items', '--report=yes'], 'Write --report without a value'],
    [
      ['quiz', ...mali, '--difficulty', 'harsh'],
      'There is no difficulty "harsh"; the difficulties are easy, mixed, hard',
    ],
    [['quiz', ...mali, '--letter', 'b'], 'There is no letter "b"; the letters are A, B, C'],
    [['quiz', ...mali, '--subtopic', 'place'], 'There is no subtopic "place"; write --subtopic places'],
    [['judge', ...mali, '--claim', 'Mali'], 'Write --claim "subject | predicate | object"'],
    [
      ['judge', ...mali, '--claim', 'Atlantis | capital | Bamako'],
      'Nobody and nothing in the topic is called "Atlantis"',
    ],
    [['items', 'mali'], '"mali" is one word too many'],
  ])('says in one sentence what is wrong with %j', (args, sentence) => {
    const { exit, lines, complaint } = run(args, sample);
    expect({ exit, lines }).toEqual({ exit: 2, lines: [] });
    expect(complaint).toContain(sentence);
    expect(complaint).not.toContain('\n');
  });
});

describe('check', () => {
  test('counts sound content', { timeout: 180_000 }, () => {
    expect(run(['check'], 'content')).toMatchObject({
      exit: 0,
      lines: expect.arrayContaining([expect.stringMatching(/^niger: \d+ facts, .*no problems$/)]),
    });
  });

  test('names what nothing uses, with file, line and remedy', () => {
    const { exit, lines } = run(['check'], sample);
    expect(exit).toBe(1);
    expect(lines.map((line) => line.replace(/^.*?sample/, 'sample'))).toEqual([
      'sample/predicates/all.yaml:43: no fact uses the predicate "unused" - remove it',
      expect.stringMatching(/^sample\/topics\/mali\/entities.yaml:\d+: no fact speaks of the entity "togo"/),
    ]);
  });

  test('prints each problem as file:line: message - remedy', () => {
    const content = sampleContent({
      file: 'topics/mali/entities.yaml',
      find: 'kind: person',
      put: 'kind: persn',
    });
    const { exit, lines } = run(['check'], content);
    expect(exit).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^content\/topics\/mali\/entities\.yaml:2: .+ - write person$/),
    ]);
  });
});

describe('a command that takes a topic', () => {
  test('takes the first one where none is named', () => {
    expect(run(['facts'], sample)).toEqual(run(['facts', ...mali], sample));
  });
});

describe('items', () => {
  const fields =
    'id form interaction topic facts facet cards stem options key accepted explanation citations asOf accordingTo difficulty seed generator';

  test('writes every field of every item', () => {
    const items = json(['items', ...mali]);
    expect(items.length).toBeGreaterThan(10);
    for (const item of items) expect(Object.keys(item).slice(0, 18)).toEqual(fields.split(' '));
  });

  test('gives every wrong option a certificate, and every item one key and a citation', () => {
    for (const item of json(['items', ...mali])) {
      expect(item.citations.length).toBeGreaterThan(0);
      for (const option of item.options) expect(option.certificate === null).toBe(option.correct);
      if (item.interaction === 'choice') {
        expect(item.options.filter((option: { correct: boolean }) => option.correct)).toMatchObject([
          { id: item.key },
        ]);
      }
    }
  });

  test('keeps to one form', () => {
    expect(new Set(json(['items', ...mali, '--form', 'typed']).map(({ form }) => form))).toEqual(
      new Set(['typed']),
    );
  });

  test('depends on the seed alone', () => {
    const lines = (seed: string) => run(['items', ...mali, '--seed', seed, '--json'], sample).lines;
    expect(lines('7')).toEqual(lines('7'));
    expect(lines('7')).not.toEqual(lines('8'));
  });

  test('refuses to work on content with problems', () => {
    const content = sampleContent({
      file: 'topics/mali/topic.yaml',
      find: 'language: en',
      put: 'language: ha',
    });
    const { exit, lines, complaint } = run(['items', ...mali], content);
    expect({ exit, lines }).toEqual({ exit: 1, lines: [] });
    expect(complaint).toContain('content/topics/mali/topic.yaml:4: there is no grammar');
  });
});

describe('quiz', () => {
  test('writes as many items as asked for, no fact twice', () => {
    const quiz = json(['quiz', ...mali, '--count', '5', '--seed', '3']);
    expect(new Set(quiz.flatMap(({ facts }) => facts)).size).toBe(5);
  });

  test('keeps to the wishes', () => {
    const quiz = json(['quiz', ...mali, '--count', '1', '--answering', 'recall', '--subtopic', 'places']);
    expect(['reveal', 'text-entry', 'number', 'date']).toContain(quiz[0].interaction);
    expect(['capital', 'troops']).toContain(quiz[0].facts[0]);
  });
});

describe('items --report', () => {
  test('counts what was made and dropped, form by form', () => {
    const reports = json(['items', ...mali, '--report', '--seeds', '2']);
    const [all, ...forms] = reports;
    expect(all).toMatchObject({ form: 'all', flawRate: 0 });
    expect(all.accepted).toBe(forms.reduce((sum, { accepted }) => sum + accepted, 0));
    expect(all.accepted).toBe(['1', '2'].flatMap((seed) => json(['items', ...mali, '--seed', seed])).length);
  });

  test('is readable without --json', () => {
    const { exit, lines } = run(['items', ...mali, '--report'], sample);
    expect(exit).toBe(0);
    expect(lines[0]).toMatch(/^all: \d+ of \d+ candidates accepted, 0.0 % of them flawed/);
  });
});

describe('judge', () => {
  test.each([
    ['Mali | has-capital | Bamako', 'entailed'],
    ['mali|has-capital|the first visit', 'refuted by law C1'],
    ['first visit | occurred-on | 2023-08', 'entailed'],
    ['first visit | occurred-on | 2023-08-03', 'refuted by law C1'],
    ['second visit | occurred-on | 2024-02-03', 'unknown'],
    ['the first visit | led-by | Keita | 2023-08', 'refuted by law C5'],
    ['the first visit | led-by | Bo Traore | 2023-08', 'entailed'],
    ['the first visit | led-by | Bo Traore | 2024', 'unknown'],
    ['Mali | troop-count | about 1100 soldiers | 2023-08', 'entailed'],
    ['Mali | troop-count | 1150 soldiers | 2023-08', 'unknown'],
  ])('says of "%s": %s', (claim, verdict) => {
    expect(run(['judge', ...mali, '--claim', claim], sample).lines[0]).toBe(verdict);
  });

  test('names the facts it rests on', () => {
    expect(json(['judge', ...mali, '--claim', 'Mali | has-capital | Bamako'])).toEqual([
      { verdict: 'entailed', facts: ['capital'] },
    ]);
  });
});

describe('facts', () => {
  test('writes every fact as a sentence with its sources', () => {
    expect(json(['facts', ...mali])[0]).toMatchObject({
      id: 'first-visit-date',
      statement: 'The first visit took place on 2 August 2023.',
      sources: [{ source: 'daily-2023', publisher: 'The Daily', date: '2023-08-04', paragraph: 2 }],
    });
  });

  test('is readable without --json', () => {
    expect(run(['facts', ...mali], sample).lines).toContain(
      'first-visit-date: The first visit took place on 2 August 2023. (The Daily, 2023-08-04, paragraph 2)',
    );
  });
});
