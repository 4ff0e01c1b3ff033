import { responseShape } from '../review/parse-response.ts';
import type { Pair, Response, SelfRating } from '../review/response.ts';
import { fixed, sizedText } from './bytes.ts';
import type { Reader } from './bytes.ts';

/*
 * A response is a byte whose high half says what it is and whose low half what was chosen, then what does not fit in
 * there. Ids of options are letters, those of tiles numbers, so most choices are one byte. Whatever has other ids goes
 * as JSON. Do not change a tag without a new version of the code.
 */
const tags = {
  pass: 0,
  choice: 1,
  repaired: 2,
  multiple: 3,
  text: 4,
  number: 5,
  order: 6,
  match: 7,
  date: 8,
  reveal: 9,
  verdict: 10,
  json: 15,
} as const;

const ratings: readonly SelfRating[] = ['again', 'hard', 'good', 'easy'];
const letters = 'abcdefghijklmnop';
const verdicts = ['false', 'true'];

/** The bytes of any response; `readResponse` gives it back. */
export function responseBytes(response: Response): readonly number[] {
  const short = shortBytes(response);
  return short ?? [tags.json << 4, ...sizedText(JSON.stringify(response))];
}

/** What stands where nothing was answered. */
export const unanswered = 0xf1;

/** Undefined when the bytes are no response. */
export function readResponse(reader: Reader): Response | 'unanswered' | undefined {
  const byte = reader.byte();
  const low = byte & 15;
  switch (byte >> 4) {
    case tags.pass:
      return low === 0 ? { type: 'pass' } : undefined;
    case tags.choice:
      return { type: 'choice', option: letterAt(low) };
    case tags.verdict:
      return low < 2 ? { type: 'choice', option: verdicts[low] ?? '' } : undefined;
    case tags.repaired:
      return low < 2
        ? { type: 'choice', option: verdicts[low] ?? '', repair: letterAt(reader.byte()) }
        : undefined;
    case tags.multiple:
      return { type: 'multiple', options: lettersAt(reader.fixed(2)) };
    case tags.text:
      return parsed({ type: 'text', text: reader.text() });
    case tags.number:
      return parsed({ type: 'number', value: Number(reader.text()) });
    case tags.order:
      return { type: 'order', order: Array.from({ length: low + 1 }, () => String(reader.byte())) };
    case tags.match:
      return { type: 'match', pairs: Array.from({ length: low }, () => readPair(reader)) };
    case tags.date:
      return parsed({ type: 'date', iso: readIso(low, reader) });
    case tags.reveal:
      return ratings[low] && { type: 'reveal', rating: ratings[low] };
    case tags.json:
      return low === (unanswered & 15) ? 'unanswered' : readJson(reader.text());
    default:
      return undefined;
  }
}

const parsed = (response: Response): Response | undefined => responseShape(response);

function readJson(text: string): Response | undefined {
  try {
    return responseShape(JSON.parse(text));
  } catch {
    return undefined; // not JSON: not a response
  }
}

/** Undefined when ids are of another kind than they usually are. */
function shortBytes(response: Response): readonly number[] | undefined {
  switch (response.type) {
    case 'pass':
      return [tags.pass];
    case 'choice':
      return choiceBytes(response);
    case 'multiple':
      return multipleBytes(response.options);
    case 'text':
      return [tags.text << 4, ...sizedText(response.text)];
    case 'number':
      return [tags.number << 4, ...sizedText(String(response.value))];
    case 'order':
      return orderBytes(response.order);
    case 'match':
      return matchBytes(response.pairs);
    case 'date':
      return dateBytes(response.iso);
    case 'reveal':
      return [(tags.reveal << 4) | ratings.indexOf(response.rating)];
  }
}

function choiceBytes({
  option,
  repair,
}: Extract<Response, { type: 'choice' }>): readonly number[] | undefined {
  const [letter, verdict] = [letters.indexOf(option), verdicts.indexOf(option)];
  if (repair === undefined && option.length === 1 && letter >= 0) return [(tags.choice << 4) | letter];
  if (repair === undefined && verdict >= 0) return [(tags.verdict << 4) | verdict];
  const mended = repair?.length === 1 ? letters.indexOf(repair) : -1;
  return verdict >= 0 && mended >= 0 ? [(tags.repaired << 4) | verdict, mended] : undefined;
}

/** Only options in the order of their letters, each once: others keep theirs as JSON. */
function multipleBytes(options: readonly string[]): readonly number[] | undefined {
  const bits = options.reduce((sum, option) => sum + 2 ** letters.indexOf(option), 0);
  const same = Number.isInteger(bits) && bits < 2 ** 16 && lettersAt(bits).join() === options.join();
  return same ? [tags.multiple << 4, ...fixed(bits, 2)] : undefined;
}

const letterAt = (place: number): string => letters[place] ?? '?';
const lettersAt = (bits: number): string[] => [...letters].filter((_, place) => (bits >> place) & 1);

const tilePattern = /^(?:0|[1-9]\d?)$/;

function orderBytes(order: readonly string[]): readonly number[] | undefined {
  if (order.length < 1 || order.length > 16 || !order.every((id) => tilePattern.test(id))) return undefined;
  return [(tags.order << 4) | (order.length - 1), ...order.map(Number)];
}

function matchBytes(pairs: readonly Pair[]): readonly number[] | undefined {
  const fits = ({ tile, target }: Pair): boolean =>
    /^(?:[0-9]|1[0-5])$/.test(tile) && target.length === 1 && letters.includes(target);
  if (pairs.length > 15 || !pairs.every(fits)) return undefined;
  const bytes = pairs.map(({ tile, target }) => (Number(tile) << 4) | letters.indexOf(target));
  return [(tags.match << 4) | pairs.length, ...bytes];
}

function readPair(reader: Reader): Pair {
  const byte = reader.byte();
  return { tile: String(byte >> 4), target: letterAt(byte & 15) };
}

/** A date as precise as it is, in three bytes. */
function dateBytes(iso: string): readonly number[] | undefined {
  const match = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (month > 12 || day > 31) return undefined;
  const grain = match[3] ? 2 : match[2] ? 1 : 0;
  return [(tags.date << 4) | grain, ...fixed((year * 13 + month) * 32 + day, 3)];
}

function readIso(grain: number, reader: Reader): string {
  const code = reader.fixed(3);
  const month = Math.floor(code / 32) % 13;
  const parts = [Math.floor(code / 32 / 13), month, code % 32].slice(0, grain + 1);
  return parts.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-');
}

/** The bytes of the certainties of `count` answers, four to a byte; 0 where there is none. */
export const certaintyBytes = (levels: readonly number[]): readonly number[] =>
  Array.from({ length: Math.ceil(levels.length / 4) }, (_, at) =>
    [0, 1, 2, 3].reduce((byte, place) => byte | ((levels[4 * at + place] ?? 0) << (2 * place)), 0),
  );

export function readCertainties(reader: Reader, count: number): readonly number[] {
  const bytes = reader.take(Math.ceil(count / 4));
  return Array.from({ length: count }, (_, at) => ((bytes[at >> 2] ?? 0) >> (2 * (at & 3))) & 3);
}
