import { assignmentId, encodeAssignment } from '../../src/core/assignment/assignment-code.ts';
import type { AssignmentEvent } from '../../src/core/assignment/assignment-event.ts';
import { studentOf } from '../../src/core/assignment/assignment.ts';
import { newSheets } from '../../src/core/assignment/class-sheets.ts';
import { textOfCode } from '../../src/core/assignment/code.ts';
import { sheetFor } from '../../src/core/assignment/sheet.ts';
import { generatorVersion, makeItem } from '../../src/core/item/generate.ts';
import type { SessionId } from '../../src/core/review/event.ts';
import type { Response } from '../../src/core/review/response.ts';
import { assignmentOf, classOf, copyOf, pack } from './class.ts';

const attempt = (of: number) => String(of).padStart(16, 'a') as SessionId;

/**
 * A device that was updated since: it took up an attempt by rules and facts that no app has any more, one of a version
 * that did not keep items, and handed a quiz out by such rules; three students have handed in, two of them right.
 */
export function updatedDevice() {
  const older = pack((text) => text.replaceAll('"2023-07-26"', '"2023-07-25"'));
  const today = pack();
  const itemOf = ({ base, cards }: typeof older) => {
    const card = cards.find(({ id }) => id === 'coup-date/object');
    const item = card && makeItem(base, card, 'typed', 1);
    if (!item) throw new RangeError('Ask when the coup was');
    return item;
  };
  const gone = assignmentOf(older, [itemOf(older)], { generator: generatorVersion - 1 });
  const id = assignmentId(gone, older.base.topic);
  const code = textOfCode(encodeAssignment(gone, older.base.topic));
  const student = studentOf('7');
  const taken = (of: number) => ({ attempt: attempt(of), assignment: id, topic: gone.topic, title: gone.title, student, code, startedUtcMs: 1_780_000_000_000, extendedBy: 0 }); // prettier-ignore
  const events: AssignmentEvent[] = [
    { kind: 'taken-up', body: { ...taken(1), sheet: sheetFor(older, gone, student) } },
    { kind: 'taken-up', body: taken(2) },
  ];
  const answers = ['26 July 2023', '26 July 2023', '1 May 2020'].map((text): Response[] => [
    { type: 'text', text },
  ]);
  const handedOut = assignmentOf(today, [itemOf(today)], { generator: generatorVersion - 1 });
  return {
    copy: copyOf([...events, ...classOf(today, handedOut, answers)]),
    attempts: { kept: attempt(1), notKept: attempt(2) },
    handedOut: assignmentId(handedOut, today.base.topic),
    sheets: JSON.stringify(newSheets(today, handedOut)),
    /** A quiz of today's rules by earlier facts, and those facts. */
    byOlderFacts: codeOf(older, [itemOf(older)], generatorVersion),
    facts: older.text,
    byOlderRules: codeOf(today, [itemOf(today)], generatorVersion - 1),
    byNewerRules: codeOf(today, [itemOf(today)], generatorVersion + 1),
  };
}

const codeOf = (
  facts: ReturnType<typeof pack>,
  items: Parameters<typeof assignmentOf>[1],
  generator: number,
): string => textOfCode(encodeAssignment(assignmentOf(facts, items, { generator }), facts.base.topic));
