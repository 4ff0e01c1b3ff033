import { feedbacks, modes, varieties } from '../assignment/assignment.ts';
import type { Moment, PackHash, Section, Settings } from '../assignment/assignment.ts';
import type { CardId, SubtopicId } from '../fact/fact.ts';
import { importances } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import { formIds } from '../item/item.ts';
import { answerings, difficulties } from '../session/plan.ts';
import type { Entry } from '../session/plan.ts';
import { between, listOf, oneOf, record, shortText, text, whole } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { rulingShape } from './parse-ruling.ts';
import { teachVersion } from './teach-event.ts';
import type { TeachEvent, TeachPayload } from './teach-event.ts';
import { longestTitle, mostPlaces, mostVersions } from './teacher-quiz.ts';
import type { Place, Print, QuizId, Refused, TeacherQuiz } from './teacher-quiz.ts';

/** Reads what a `teach` event of the log says; undefined where a newer program wrote it or it makes no sense. */
export function parseTeachEvent({ v, kind, body }: TeachPayload): TeachEvent | undefined {
  if (v > teachVersion) return undefined;
  if (kind === 'quiz') return made(quizShape(body), (quiz) => ({ kind, quiz }));
  if (kind === 'quiz-removed') return made(quizId(body), (quiz) => ({ kind, quiz }));
  if (kind === 'printed') return made(printShape(body), (print) => ({ kind, print }));
  return kind === 'ruling' ? made(rulingShape(body), (ruling) => ({ kind, ruling })) : undefined;
}

const made = <T>(value: T | undefined, event: (value: T) => TeachEvent): TeachEvent | undefined =>
  value === undefined ? undefined : event(value);

const quizId = text<QuizId>(/^[0-9a-f]{16}$/);
const flag: Shape<boolean> = oneOf([true, false]);
const cardForm = { card: shortText<CardId>(200), form: oneOf(formIds) };
const mostRefused = 2000;

const section: Shape<Section> = record<
  Pick<Section, 'subtopics' | 'forms' | 'count'>,
  Required<Pick<Section, 'importances' | 'difficulty' | 'answering'>>
>(
  {
    subtopics: listOf(shortText<SubtopicId>(100), mostPlaces),
    forms: listOf(oneOf(formIds), formIds.length),
    count: between(0, mostPlaces),
  },
  {
    importances: listOf(oneOf(importances), importances.length),
    difficulty: oneOf(difficulties),
    answering: oneOf(answerings),
  },
);

const place = record<Place>({
  entry: record<Entry>({ ...cardForm, seed: whole() }),
  pinned: flag,
});

const settings = record<Settings>({
  variety: oneOf(varieties),
  feedback: oneOf(feedbacks),
  attempts: between(0, 100),
  certainty: flag,
  partialCredit: flag,
  timeLimitMin: between(0, 1440),
});

const moment = record<Moment>({ utcMs: whole(0), tzOffsetMin: between(-1440, 1440) });

const quizShape: Shape<TeacherQuiz> = record<
  Omit<TeacherQuiz, 'places' | 'opens' | 'due'>,
  Required<Pick<TeacherQuiz, 'places' | 'opens' | 'due'>>
>(
  {
    id: quizId,
    title: shortText(longestTitle),
    topic: shortText<TopicId>(100),
    topicVersion: shortText(100),
    seed: whole(0),
    sections: listOf(section, 40),
    refused: listOf(record<Refused>(cardForm), mostRefused),
    versions: between(1, mostVersions),
    mode: oneOf(modes),
    settings,
  },
  { places: listOf(place, mostPlaces), opens: moment, due: moment },
);

const printShape: Shape<Print> = record<Print>({
  quiz: quizId,
  title: shortText(longestTitle),
  topic: shortText<TopicId>(100),
  pack: text<PackHash>(/^[0-9a-f]{16}$/),
  versions: listOf(listOf(record<Entry>({ ...cardForm, seed: whole() }), mostPlaces), mostVersions),
});
