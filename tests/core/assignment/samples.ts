import fc from 'fast-check';
import type { Base } from '#core/fact/base.ts';
import { importances } from '#core/fact/fact.ts';
import type { Card } from '#core/fact/fact.ts';
import { formIds } from '#core/item/item.ts';
import { generatorVersion } from '#core/item/generate.ts';
import { answerings, difficulties } from '#core/session/plan.ts';
import type { Response } from '#core/review/response.ts';
import type { SessionId } from '#core/review/event.ts';
import { defaultSettings, feedbacks, modes, studentOf, varieties } from '#core/assignment/assignment.ts';
import type {
  Assignment,
  AssignmentId,
  Content,
  PackHash,
  PublicKey,
  Result,
  Section,
  StudentTag,
} from '#core/assignment/assignment.ts';
import { base64urlOf } from '#core/assignment/lettering.ts';
import type { KnownPack } from '#core/assignment/code.ts';

/** The pack of a base in tests; its hash stands for the text that nobody needs here. */
export const packOf = ({ topic }: Base): KnownPack => ({
  topic: topic.id,
  version: topic.version,
  hash: '00112233445566ff' as PackHash,
});

/** A practice quiz of twenty items about everything. */
export function plainAssignment(base: Base, over: Partial<Assignment> = {}): Assignment {
  const { topic, version, hash } = packOf(base);
  const content: Content = {
    type: 'blueprint',
    version: 0,
    sections: [{ subtopics: [], forms: [], count: 20 }],
  };
  return {
    topic,
    pack: hash,
    packVersion: version,
    generator: generatorVersion,
    seed: 123_456_789,
    content,
    mode: 'practice',
    settings: defaultSettings,
    title: '',
    ...over,
  };
}

export const someKey = (letter: 'e' | 'x' | 'p', fill: number): PublicKey =>
  `${letter}${base64urlOf(new Uint8Array(letter === 'p' ? 65 : 32).fill(fill))}` as PublicKey;

const moment = fc.record({
  utcMs: fc.integer({ min: 0, max: 2 ** 31 }).map((minutes) => 1_672_531_200_000 + minutes * 60_000),
  tzOffsetMin: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
});

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

function section({ topic }: Base): fc.Arbitrary<Section> {
  const subtopics = topic.subtopics.map(({ id }) => id);
  return fc.record(
    {
      subtopics: fc.subarray(subtopics),
      forms: fc.subarray([...formIds]),
      count: fc.integer({ min: 1, max: 50 }),
      importances: fc.subarray([...importances], { minLength: 1 }),
      difficulty: fc.constantFrom(...difficulties),
      answering: fc.constantFrom(...answerings),
    },
    { requiredKeys: ['subtopics', 'forms', 'count'] },
  );
}

function content(base: Base, cards: readonly Card[]): fc.Arbitrary<Content> {
  const entry = fc.record({
    card: fc.constantFrom(...cards.map(({ id }) => id)),
    form: fc.constantFrom(...formIds),
    seed,
  });
  return fc.oneof(
    fc.record({
      type: fc.constant('blueprint' as const),
      version: fc.integer({ min: 0, max: 25 }),
      sections: fc.array(section(base), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      type: fc.constant('entries' as const),
      entries: fc.array(entry, { minLength: 1, maxLength: 30 }),
    }),
  );
}

const tag = fc.constantFrom(...(['00ff01', 'abcdef', '123456', '000000', 'ffffff'] as StudentTag[]));

/** Any assignment that can be handed out. */
export function someAssignment(base: Base, cards: readonly Card[]): fc.Arbitrary<Assignment> {
  const teacher = fc.constantFrom(
    { signing: someKey('e', 1), sealing: someKey('x', 2) },
    { signing: someKey('p', 3), sealing: someKey('p', 4) },
  );
  return fc
    .record(
      {
        seed,
        content: content(base, cards),
        mode: fc.constantFrom(...modes),
        title: fc
          .string({ unit: 'grapheme', maxLength: 12 })
          .filter((text) => Buffer.from(text).length <= 60),
        opens: moment,
        due: moment,
        teacher,
        release: fc.constant('00ffa1b2'),
        itemSets: fc.constant(true as const),
        extraTime: fc.uniqueArray(fc.record({ student: tag, percent: fc.integer({ min: 1, max: 255 }) }), {
          minLength: 1,
          maxLength: 5,
          selector: ({ student }) => student,
        }),
        settings: fc.record({
          variety: fc.constantFrom(...varieties),
          feedback: fc.constantFrom(...feedbacks),
          attempts: fc.integer({ min: 0, max: 10 }),
          certainty: fc.boolean(),
          partialCredit: fc.boolean(),
          timeLimitMin: fc.integer({ min: 0, max: 300 }),
        }),
      },
      { requiredKeys: ['seed', 'content', 'mode', 'title', 'settings'] },
    )
    .filter(({ mode, teacher: keys }) => mode !== 'sealed' || keys !== undefined)
    .map(({ itemSets, ...over }) =>
      plainAssignment(base, { ...over, ...(itemSets && over.settings.variety === 'items' && { itemSets }) }),
    );
}

const letter = fc.constantFrom(...'abcdefghijklmnop');
const id = fc.oneof(letter, fc.constantFrom('true', 'false', 'zz', '1', '17'));
const tile = fc.integer({ min: 1, max: 20 }).map(String);

/** Any response at all. */
export const someResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.constant<Response>({ type: 'pass' }),
  id.map<Response>((option) => ({ type: 'choice', option })),
  fc.tuple(id, id).map<Response>(([option, repair]) => ({ type: 'choice', option, repair })),
  fc.array(id, { maxLength: 6 }).map<Response>((options) => ({ type: 'multiple', options })),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map<Response>((text) => ({ type: 'text', text })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map<Response>((value) => ({ type: 'number', value: value + 0 })),
  fc.array(fc.oneof(tile, id), { maxLength: 20 }).map<Response>((order) => ({ type: 'order', order })),
  fc
    .array(fc.record({ tile, target: id }), { maxLength: 18 })
    .map<Response>((pairs) => ({ type: 'match', pairs })),
  fc.constantFrom<Response>(
    { type: 'date', iso: '2023' },
    { type: 'date', iso: '2023-07' },
    { type: 'date', iso: '2023-07-26' },
    { type: 'date', iso: 'soon' },
  ),
  fc.constantFrom<Response>({ type: 'reveal', rating: 'again' }, { type: 'reveal', rating: 'easy' }),
);

/** Any result that can be handed in. */
export const someResult: fc.Arbitrary<Result> = fc
  .record({
    assignment: fc.constant('0123456789abcdef' as AssignmentId),
    id: fc.constant('fedcba9876543210' as SessionId),
    student: fc.constantFrom(...['7', 'Amina B.', 'Élodie', '阿米娜'].map(studentOf)),
    started: fc.integer({ min: -1e9, max: 3e9 }),
    took: fc.nat({ max: 1e7 }),
    extendedBy: fc.constantFrom(0, 25, 100, 255),
    isCertain: fc.boolean(),
    answers: fc.array(fc.option(someResponse, { nil: undefined }), { maxLength: 30 }),
  })
  .map(({ started, took, answers, isCertain, ...rest }) => ({
    ...rest,
    startedUtcMs: started * 1000,
    finishedUtcMs: (started + took) * 1000,
    answers: answers.map(
      (response, place) =>
        response && { response, ...(isCertain && { certainty: ([1, 2, 3] as const)[place % 3] ?? 1 }) },
    ),
  }));
