import type { Base } from '#core/fact/base.ts';
import type { QuizSpec, SessionPlan } from '#core/session/plan.ts';
import { planQuiz } from '#core/session/quiz.ts';
import { pretestCards, pretestForms } from '#core/session/pretest.ts';
import type { App } from './app.svelte.ts';
import type { Session } from './session.svelte.ts';
import { begin, sittingOf } from './sitting.ts';

/** A quiz of core facts before anything is taught: what is known already is then skipped for long. */
export function startPretest(app: App, base: Base): Promise<Session> {
  const sitting = sittingOf(app);
  const spec = { subtopics: [], forms: pretestForms, count: pretestSize, seed: sitting.seed, bans: app.bans };
  return begin(app, base, planQuiz(base, pretestCards(base, app.activeCards), spec, sitting, 'end'));
}

const pretestSize = 20;

export function startQuiz(
  app: App,
  base: Base,
  spec: QuizSpec,
  feedback: SessionPlan['feedback'],
): Promise<Session> {
  return begin(
    app,
    base,
    planQuiz(
      base,
      app.activeCards,
      { ...spec, bans: app.bans },
      { ...sittingOf(app), seed: spec.seed },
      feedback,
    ),
  );
}
