import type { Envelope } from '#core/log/envelope.ts';
import { readJournal } from '#core/log/journal-line.ts';
import { admit } from '#core/log/merge.ts';
import { parseEnvelope } from '#core/log/parse-envelope.ts';
import { isRecord } from '#core/shape.ts';

import { parseSession } from './sessions.ts';
import type { SavedSession } from './sessions.ts';
import { parseSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** What the second copy holds. */
export interface Journal {
  /** Verified, each once. */
  readonly events: readonly Envelope[];
  /** As they were kept last. */
  readonly sessions: readonly SavedSession[];
  readonly settings?: Settings;
  /** Lines that are not what was written, or an end that is no whole line. */
  readonly damaged: number;
}

/** Reads the text of a second copy. Whatever is in it, what can be read is read. */
export function journalOf(text: string): Journal {
  const { contents, damaged, torn } = readJournal(text);
  const events: Envelope[] = [];
  const sessions = new Map<string, SavedSession>();
  let settings: Settings | undefined;
  let strange = 0;
  for (const content of contents) {
    const event = 'event' in content ? parseEnvelope(content.event) : undefined;
    const session = parseSession(content.session);
    if (event?.ok) events.push(event.value);
    else if (event) strange += 1;
    if (session) sessions.set(session.plan.id, session);
    if (typeof content.dropped === 'string') sessions.delete(content.dropped);
    if (isRecord(content.settings)) settings = parseSettings(content.settings);
  }
  return {
    events: admit([], events).added,
    sessions: [...sessions.values()],
    ...(settings && { settings }),
    damaged: damaged.length + strange + (torn > 0 ? 1 : 0),
  };
}
