import type { AssignmentId, Student } from '#core/assignment/assignment.ts';
import { bytesOfHex } from '#core/assignment/bytes.ts';
import { joined } from '#core/log/joined.ts';
import { bodyOf, bytesOfText, textOfCode } from '#core/assignment/code.ts';
import type { CodeProblem } from '#core/assignment/code.ts';
import { arrivalOf } from '#core/assignment/collect.ts';
import type { Arrival } from '#core/assignment/collect.ts';
import { decodeResult, decodeSealed } from '#core/assignment/result-code.ts';
import type { ReadResult } from '#core/assignment/result-code.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { unseal } from '#lib/crypto/seal.ts';
import { isSignedBy } from '#lib/crypto/sign.ts';
import type { Assignments } from './assignments.svelte.ts';

/** What became of a result that arrived. */
export interface Received {
  readonly student: Student;
  readonly assignment: AssignmentId;
  readonly title: string;
  readonly arrival: Arrival;
}

/** Why a result was not taken: besides what is wrong with codes, it may be for another teacher or of no known quiz. */
export type ReceiveProblem =
  | CodeProblem
  | { readonly type: 'not-for-us' }
  | { readonly type: 'unknown-quiz' };

/** How many items a handed-out quiz has, where its facts are here. */
export type ItemsOf = (assignment: AssignmentId) => number | undefined;

/**
 * Takes a result in: opens it, proves its signature, compares it with what is there, and keeps what is new. What is
 * refused leaves no trace.
 */
export async function receive(
  assignments: Pick<Assignments, 'log' | 'tell'>,
  text: string,
  itemsOf: ItemsOf,
): Promise<Result<Received, ReceiveProblem>> {
  const bytes = bytesOfText(text);
  if (!bytes.ok) return bytes;
  const read = await openedResult(assignments, bytes.value);
  if (!read.ok) return read;
  const { result, device, signed, signature } = read.value;
  const handout = assignments.log.handouts.get(result.assignment);
  if (!handout) return refused({ type: 'unknown-quiz' });
  if (!(await isSignedBy(device, signed, signature))) return refused({ type: 'signature' });
  const items = itemsOf(result.assignment) ?? result.answers.length;
  const arrival = arrivalOf(read.value, assignments.log.collected, handout.students, items);
  if (arrival !== 'known' && arrival !== 'wrong-length') {
    await assignments.tell({ kind: 'collected', body: { code: textOfCode(read.value.code) } });
  }
  return ok({ student: result.student, assignment: handout.id, title: handout.title, arrival });
}

type Opened = ReadResult & { readonly code: Uint8Array };

async function openedResult(
  { log }: Pick<Assignments, 'log'>,
  code: Uint8Array<ArrayBuffer>,
): Promise<Result<Opened, ReceiveProblem>> {
  const body = bodyOf(code);
  if (!body.ok) return body;
  if (body.value.kind !== 'sealed') return withCode(code);
  const sealed = decodeSealed(code);
  if (!sealed.ok) return sealed;
  const about = joined(bytesOfHex(sealed.value.assignment));
  for (const { sealing } of log.keys) {
    const open = await unseal(sealed.value.box, sealing, about);
    if (!open) continue;
    const read = withCode(open);
    const isSame = read.ok && read.value.result.assignment === sealed.value.assignment;
    return isSame || !read.ok ? read : refused({ type: 'shape' });
  }
  return refused({ type: 'not-for-us' });
}

function withCode(code: Uint8Array): Result<Opened, CodeProblem> {
  const read = decodeResult(code);
  return read.ok ? ok({ ...read.value, code }) : read;
}
