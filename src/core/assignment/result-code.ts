import { utf8Of } from '../log/utf8.ts';
import type { SessionId } from '../review/event.ts';
import type { Certainty } from '../review/response.ts';
import { ok, refused } from '../result.ts';
import type { Result as Reading } from '../result.ts';
import { isSame } from './assignment-code.ts';
import { keyBytes, readKey } from './key-bytes.ts';
import { studentOf } from './assignment.ts';
import type { Answer, AssignmentId, PublicKey, Result } from './assignment.ts';
import { bytesOfHex, fixed, hexOf, readerOf, sizedText, varint } from './bytes.ts';
import { joined } from '../log/joined.ts';
import type { Reader } from './bytes.ts';
import { bodyOfKind, codeOf, headed } from './code.ts';
import type { CodeProblem } from './code.ts';
import { mostItems } from './content-bytes.ts';
import {
  certaintyBytes,
  readCertainties,
  readResponse,
  responseBytes,
  unanswered,
} from './response-bytes.ts';

/** A result as it was read. The signature shows that the same device wrote it, not that nobody helped. */
export interface ReadResult {
  readonly result: Result;
  /** Of the device that the attempt was taken on. */
  readonly device: PublicKey;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** The bytes that a student's device signs. */
export const resultToSign = (result: Result, device: PublicKey): Uint8Array<ArrayBuffer> =>
  headed('result', bodyOfResult(result, device));

/** The code of a signed result, which whoever sees it can read. */
export const encodeResult = (
  result: Result,
  device: PublicKey,
  signature: Uint8Array,
): Uint8Array<ArrayBuffer> => codeOf('result', bodyOfResult(result, device), signature);

/** Reads a result; whether the signature is right is for the shell to say. */
export function decodeResult(code: Uint8Array): Reading<ReadResult, CodeProblem> {
  const body = bodyOfKind('result', code);
  if (!body.ok) return body;
  const reader = readerOf(body.value);
  const read = readResult(reader);
  if (!read) return refused({ type: 'shape' });
  const signature = reader.take(64);
  const signed = body.value.subarray(0, body.value.length - 64);
  const fits = reader.sound() && reader.rest() === 0 && isSame(signed, rewritten(read.result, read.device));
  return fits
    ? ok({ ...read, signed: headed('result', signed), signature: joined(signature) })
    : refused({ type: 'shape' });
}

/** A result that only the teacher can open: which assignment it belongs to, then what `sealing` gave. */
export const encodeSealed = (assignment: AssignmentId, box: Uint8Array): Uint8Array<ArrayBuffer> =>
  codeOf('sealed', bytesOfHex(assignment), box);

export function decodeSealed(
  code: Uint8Array,
): Reading<{ readonly assignment: AssignmentId; readonly box: Uint8Array<ArrayBuffer> }, CodeProblem> {
  const body = bodyOfKind('sealed', code);
  if (!body.ok) return body;
  if (body.value.length < 9) return refused({ type: 'shape' });
  const assignment = hexOf(body.value.subarray(0, 8)) as AssignmentId;
  return ok({ assignment, box: joined(body.value.subarray(8)) });
}

/** Seconds are counted from here, as a phone's clock has them; a clock far off is kept as it is, within 2^33 seconds. */
const epochSeconds = 1_672_531_200 - 2 ** 32;
const secondsOf = (utcMs: number): number =>
  Math.min(Math.max(Math.round(utcMs / 1000) - epochSeconds, 0), 2 ** 33);
const msOf = (seconds: number): number => (seconds + epochSeconds) * 1000;

function bodyOfResult(result: Result, device: PublicKey): Uint8Array<ArrayBuffer> {
  const { assignment, id, student, answers, startedUtcMs, finishedUtcMs, extendedBy } = result;
  const started = secondsOf(startedUtcMs);
  const certainties = answers.map((answer) => answer?.certainty ?? 0);
  const isCertain = certainties.some((level) => level > 0);
  return joined(
    bytesOfHex(assignment),
    bytesOfHex(id),
    sizedText(student),
    varint(started),
    varint(Math.max(secondsOf(finishedUtcMs) - started, 0)),
    fixed(Math.min(extendedBy, 255), 1),
    varint(answers.length * 2 + Number(isCertain)),
    answers.flatMap((answer) => (answer ? responseBytes(answer.response) : [unanswered])),
    isCertain ? certaintyBytes(certainties) : [],
    keyBytes(device),
  );
}

function readResult(reader: Reader): Pick<ReadResult, 'result' | 'device'> | undefined {
  const assignment = hexOf(reader.take(8)) as AssignmentId;
  const id = hexOf(reader.take(8)) as SessionId;
  const student = reader.text();
  const started = reader.varint();
  const finished = started + reader.varint();
  const extendedBy = reader.byte();
  const head = reader.varint();
  const answers = readAnswers(reader, Math.floor(head / 2), head % 2 === 1);
  const device = readKey(reader);
  if (!answers || !reader.sound() || !isStudent(student)) return undefined;
  const times = { startedUtcMs: msOf(started), finishedUtcMs: msOf(finished), extendedBy };
  return { result: { id, assignment, student: studentOf(student), ...times, answers }, device };
}

const isStudent = (text: string): boolean =>
  text !== '' && studentOf(text) === text && utf8Of(text).length <= 96;

function readAnswers(
  reader: Reader,
  count: number,
  isCertain: boolean,
): readonly (Answer | undefined)[] | undefined {
  if (count > mostItems) return undefined;
  const answers: (Answer | undefined)[] = [];
  for (let place = 0; place < count; place += 1) {
    const answer = readAnswer(reader);
    if (answer === 'none') return undefined;
    answers.push(answer);
  }
  const levels = isCertain ? readCertainties(reader, count) : [];
  return answers.map((answer, place) => {
    const level = levels[place] ?? 0;
    return answer && level > 0 ? { ...answer, certainty: level as Certainty } : answer;
  });
}

/** `none` when the bytes are no answer. */
function readAnswer(reader: Reader): Answer | undefined | 'none' {
  const response = readResponse(reader);
  if (response === 'unanswered') return undefined;
  return response && reader.sound() ? { response } : 'none';
}

function rewritten(result: Result, device: PublicKey): Uint8Array {
  try {
    return bodyOfResult(result, device);
  } catch {
    return new Uint8Array(0); // it holds what no result of ours can
  }
}
