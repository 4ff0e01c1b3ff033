import { compileTopics } from '../src/cli/content/compile.ts';
import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { parsePack } from '#core/fact/pack.ts';

/** The real content, compiled afresh and read back from its pack just as the app reads it. */
export function nigerBase(): Base {
  const niger = compileTopics('content').packs.find(({ id }) => id === 'niger');
  return indexTopic(parsePack(JSON.parse(niger?.json ?? 'null')));
}
