import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compileTopics } from '../../../src/cli/content/compile.ts';
import { sample, sampleContent } from './sample.ts';
import { entities, places, predicates, visits } from './slip.ts';

type Edit = readonly [file: string, find: string, put: string];

/** What `check` finds in the sample after some edits, beside what it finds in the sample as it is. */
function found(...edits: readonly Edit[]) {
  const content = sampleContent();
  for (const [name, find, put] of edits) {
    const file = join(content, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(find)) throw new RangeError(`Find something that is in ${name}: "${find}"`);
    writeFileSync(file, text.replace(find, put));
  }
  const { problems, findings } = compileTopics(content);
  expect(problems).toEqual([]);
  return findings().filter(({ message }) => !/"unused"|"togo"/.test(message));
}

describe('findings', () => {
  test('are only the unused predicate and entity in the sample as it is', () => {
    expect(found()).toEqual([]);
    const messages = compileTopics(sampleContent())
      .findings()
      .map(({ message }) => message);
    expect(messages).toEqual(['no fact uses the predicate "unused"', 'no fact speaks of the entity "togo"']);
  });

  test('name a source that nothing rests on', () => {
    expect(found([visits, 'source: weekly-2024', 'source: daily-2023'])).toEqual([
      expect.objectContaining({ message: 'no fact rests on the source "weekly-2024"' }),
    ]);
  });

  test('spare a source on which a recorded conflict rests', () => {
    const content = sampleContent({ file: visits, find: 'source: weekly-2024', put: 'source: daily-2023' });
    writeFileSync(
      join(content, 'topics/mali/conflicts.yaml'),
      `- { id: when, title: When, kind: date, values: [{ value: later, source: weekly-2024 }], verdict: Both., asking: Never., facts: [] }\n`,
    );
    const messages = compileTopics(content)
      .findings()
      .map(({ message }) => message);
    expect(messages.filter((message) => message.includes('source'))).toEqual([]);
  });

  test('name a fact that nobody can ask', () => {
    const stem = "    stems:\n      object: 'What is the capital of {subject}?'\n";
    expect(found([predicates, stem, ''])).toEqual([
      expect.objectContaining({
        file: `content/${places}`,
        line: 3,
        message: 'fact capital: nobody can ask this fact',
      }),
    ]);
  });

  test('name a fact that is due for review', () => {
    expect(found([places, 'object: bamako', "object: bamako\n    reviewBy: '2024-01-01'"])).toEqual([
      expect.objectContaining({ message: 'fact capital: was to be reviewed by 2024-01-01' }),
    ]);
  });

  test.each<[string, string, Edit]>([
    ['two spaces', 'in a statement', [predicates, 'took place {on', 'took  place {on']],
    ['two spaces', 'in a question', [predicates, 'Who led {subject}?', 'Who  led {subject}?']],
    [
      'a space before a mark',
      'in a statement',
      [predicates, 'led by {object}[', 'led by {object} , as it seems['],
    ],
    ['two marks in a row', 'in a statement', [predicates, 'army had {object}.', 'army had {object}..']],
    ['a word twice', 'in a statement', [predicates, 'is the capital', 'is the the capital']],
    ['"a" before a vowel', 'in an object', [visits, 'text: useful', 'text: a error']],
    ['"an" before a "yoo" or "w"', 'in an object', [visits, 'text: useful', 'text: an US visit']],
    ['a doubled possessive', 'in a statement', [predicates, "{Subject's} army", "{Subject's}'s army"]],
  ])('name %s %s', (stumble, _place, edit) => {
    const messages = found(edit).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toContain(`${stumble} in "`);
  });

  test('name a country without its article', () => {
    const edits: readonly Edit[] = [
      [entities, '  name: Mali\n', '  name: Mali\n  article: the\n'],
      [predicates, 'capital of {subject}.', 'capital of {subject:bare}.'],
    ];
    expect(found(...edits).map(({ message }) => message)).toEqual([
      'fact capital: no article before "Mali" in "Bamako is the capital of Mali."',
    ]);
  });

  test.each(['a US visit', 'an unusual visit', 'a useful visit', 'a one-day visit'])(
    'let "%s" pass',
    (text) => expect(found([visits, 'text: useful', `text: ${text}`])).toEqual([]),
  );
});

describe('findings beside a folder of articles', () => {
  /** The sample as the content of a checkout, and an article in `shared/seeds` beside it. */
  function contentBeside(article: string | undefined): string {
    const outer = mkdtempSync(join(tmpdir(), 'harmattan-'));
    onTestFinished(() => rmSync(outer, { recursive: true }));
    cpSync(sample, join(outer, 'checkout/content'), { recursive: true });
    mkdirSync(join(outer, 'shared/seeds'), { recursive: true });
    if (article !== undefined) writeFileSync(join(outer, 'shared/seeds/000.txt'), article);
    return join(outer, 'checkout/content');
  }

  /** What is said about copied words when `text` is the description of the envoy. */
  function copied(article: string | undefined, text: string): readonly string[] {
    const content = contentBeside(article);
    const file = join(content, entities);
    writeFileSync(file, readFileSync(file, 'utf8').replace('An envoy.', `'${text}'`));
    return compileTopics(content)
      .findings()
      .filter(({ message }) => message.includes('in a row'))
      .map(({ file: name, line, message }) => `${name}:${line}: ${message}`);
  }

  const article =
    'In Bamako, the envoy said: "We came late,\n\nbut we came with open hands and no demands at all."';

  test('name eight words in a row that stand in an article, whatever their case, accents and marks', () => {
    expect(copied(article, 'He said: wé came with OPEN hands - and no demands.')).toEqual([
      `content/${entities}:9: 8 words in a row stand in an article too: "we came with open hands and no demands"`,
    ]);
  });

  test('let seven words in a row pass', () => {
    expect(copied(article, 'He came with open hands and no demands.')).toEqual([]);
  });

  test('are silent where there are no articles', () => {
    expect(copied(undefined, 'We came with open hands and no demands at all.')).toEqual([]);
  });
});

describe('facts with one origin', () => {
  test('are listed only when asked for, each once', () => {
    const { findings, lone } = compileTopics(sampleContent());
    expect(findings().some(({ message }) => message.includes('origin'))).toBe(false);
    expect(lone().map(({ message }) => message)).toContain('fact capital: rests on one origin');
  });

  test('are those whose sources copy one text', () => {
    const two = '[{ source: daily-2023, paragraph: 1 }, { source: weekly-2024 }]';
    const cite = (origin: string): readonly string[] => {
      const content = sampleContent({
        file: places,
        find: '[{ source: daily-2023, paragraph: 1 }]',
        put: two,
      });
      const file = join(content, 'topics/mali/sources.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('  phrase:', `${origin}  phrase:`));
      return compileTopics(content)
        .lone()
        .map(({ message }) => message);
    };
    expect(cite('')).not.toContain('fact capital: rests on one origin');
    expect(cite('  origin: one-text\n')).toContain('fact capital: rests on one origin');
  });
});
