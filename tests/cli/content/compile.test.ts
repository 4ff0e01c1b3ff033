import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePack } from '#core/fact/pack.ts';
import { compileTopics } from '../../../src/cli/content/compile.ts';
import { sampleContent } from './sample.ts';
import { slipsOfForm } from './slips-of-form.ts';
import { slipsOfMeaning } from './slips-of-meaning.ts';

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('compileTopics()', () => {
  test('gives a pack and no problem for sound content', () => {
    const { packs, problems } = compileTopics(sampleContent());
    expect(problems).toEqual([]);
    expect(packs.map(({ id, title, version }) => [id, title, version])).toEqual([
      ['mali', 'Mali, a sample', '2026-11-24'],
    ]);
  });

  test('orders facts by subtopic and leaves out predicates that no fact uses', () => {
    const [pack] = compileTopics(sampleContent()).packs;
    const topic = parsePack(JSON.parse(pack?.json ?? ''));
    expect(topic.facts.map((fact) => fact.subtopic)).toEqual([
      ...Array(4).fill('visits'),
      ...Array(2).fill('places'),
    ]);
    expect(topic.predicates.map((predicate) => predicate.id)).not.toContain('unused');
  });

  test('gives the same bytes again', () => {
    expect(compileTopics(sampleContent()).packs).toEqual(compileTopics(sampleContent()).packs);
  });

  test('compiles a second topic from one more folder', () => {
    const content = sampleContent();
    const second = join(content, 'topics/second');
    cpSync(join(content, 'topics/mali'), second, { recursive: true });
    rewrite(join(second, 'topic.yaml'), (text) => text.replace('id: mali', 'id: second'));
    for (const name of ['places', 'visits']) {
      rewrite(join(second, `facts/${name}.yaml`), (text) => text.replace(/^( *- id: )/gm, '$1second-'));
    }
    const { packs, problems } = compileTopics(content);
    expect(problems).toEqual([]);
    expect(packs.map((pack) => pack.id)).toEqual(['mali', 'second']);
  });

  test('refuses a fact id that another topic has, since memories hang on it', () => {
    const content = sampleContent();
    const second = join(content, 'topics/second');
    cpSync(join(content, 'topics/mali'), second, { recursive: true });
    rewrite(join(second, 'topic.yaml'), (text) => text.replace('id: mali', 'id: second'));
    const { packs, problems } = compileTopics(content);
    const facts = packs.flatMap(({ json }) => parsePack(JSON.parse(json)).facts);
    expect(problems).toHaveLength(facts.length / 2);
    expect(problems[0]).toMatchObject({
      file: 'content/topics/second/facts/places.yaml',
      line:
        readFileSync(join(second, 'facts/places.yaml'), 'utf8')
          .split('\n')
          .findIndex((line) => /- id:/.test(line)) + 1,
      message: expect.stringMatching(/another topic has a fact with this id/),
    });
  });

  test('reports a problem of a shared predicate once', () => {
    const content = sampleContent({
      file: 'predicates/all.yaml',
      find: 'domain: [event]',
      put: 'domain: [evnt]',
    });
    cpSync(join(content, 'topics/mali'), join(content, 'topics/second'), { recursive: true });
    const lines = compileTopics(content).problems.filter(
      ({ file }) => file === 'content/predicates/all.yaml',
    );
    expect(lines.map(({ line }) => line)).toEqual([2]);
  });

  test('reports every problem in one run, by file and line', () => {
    const content = sampleContent({
      file: 'topics/mali/entities.yaml',
      find: 'kind: person',
      put: 'kind: persn',
    });
    const facts = join(content, 'topics/mali/facts/places.yaml');
    writeFileSync(facts, readFileSync(facts, 'utf8').replace('object: bamako', 'object: bamoko'));
    expect(compileTopics(content).problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'content/topics/mali/entities.yaml:2',
      'content/topics/mali/facts/places.yaml:6',
    ]);
  });

  test.each(['topic.yaml', 'entities.yaml', 'sources.yaml'])('says that %s is missing', (name) => {
    const content = sampleContent();
    rmSync(join(content, 'topics/mali', name));
    expect(compileTopics(content).problems).toContainEqual({
      file: `content/topics/mali/${name}`,
      line: 1,
      message: 'the file is missing',
      remedy: expect.stringContaining(`create ${name}`),
    });
  });

  test('says that a file with another ending is not read', () => {
    const content = sampleContent();
    cpSync(join(content, 'topics/mali/facts/places.yaml'), join(content, 'topics/mali/facts/more.yml'));
    expect(compileTopics(content).problems).toEqual([
      {
        file: 'content/topics/mali/facts/more.yml',
        line: 1,
        message: 'the file is not read',
        remedy: 'end its name in .yaml',
      },
    ]);
  });

  test('says that there is no topic', () => {
    const content = sampleContent();
    rmSync(join(content, 'topics'), { recursive: true });
    expect(compileTopics(content).problems[0]?.message).toBe('the file is missing');
  });

  test.each([...slipsOfForm, ...slipsOfMeaning])('says file, line and remedy for $name', (slip) => {
    const content = sampleContent(slip);
    const file = slip.in ?? slip.file;
    const lines = readFileSync(join(content, file), 'utf8').split('\n');
    const { packs, problems } = compileTopics(content);
    expect(packs).toEqual([]);
    expect(problems).toContainEqual({
      file: `content/${file}`,
      line: lines.findIndex((text) => text.includes(slip.at)) + 1,
      message: expect.stringContaining(slip.message),
      remedy: expect.stringContaining(slip.remedy),
    });
  });
});
