/** Indexed by the number. */
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/**
 * The one number in an English text, in digits or words: "about 1,100 troops", "1.5 million", "one hundred and thirty".
 * Undefined when there is none or more than one.
 */
export function readEnglishNumber(text: string): number | undefined {
  const plain = text
    .toLowerCase()
    .replace(/(?<=\d)[,' \u00a0\u202f\u2019](?=\d{3}(?!\d))/g, '')
    // As decimals are written in French: "55,66".
    .replace(/(?<=\d),(?=\d{1,2}(?!\d))/g, '.');
  const runs = runsOf(plain.match(/\d+(?:\.\d+)?|[a-z]+/g) ?? []);
  const [only] = runs;
  return only && runs.length === 1 ? valueOfRun(only) : undefined;
}

/** The number told in the unit of `key` where another measure of time says the same: "a week" is seven days. */
export function readEnglishAmount(text: string, key: string): number | undefined {
  const [given, wanted] = [timeUnitIn(text), timeUnitIn(key)];
  const number = readEnglishNumber(text.replace(oneUnit, 'one '));
  const table = measures.find((units) => given in units && wanted in units);
  return number === undefined || !table ? number : (number * (table[given] ?? 1)) / (table[wanted] ?? 1);
}

const oneUnit = /\ban? (?=(?:hour|day|week|month|year)\b)/i;

/** Measures of time that are whole numbers of one another. */
const measures: readonly Readonly<Record<string, number>>[] = [
  { hour: 1, day: 24, week: 168 },
  { month: 1, year: 12 },
];

const timeUnitIn = (text: string): string =>
  /\b(hour|day|week|month|year)s?\b/i.exec(text)?.[1]?.toLowerCase() ?? '';

/** The stretches of words that make up numbers; an "and" between two such words belongs to them. */
function runsOf(words: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let open = false;
  for (const [index, word] of words.entries()) {
    if (open && word === 'and' && isNumberWord(words[index + 1])) continue;
    if (isNumberWord(word)) {
      if (open) runs.at(-1)?.push(word);
      else runs.push([word]);
    }
    open = isNumberWord(word);
  }
  return runs;
}

const isNumberWord = (word = ''): boolean =>
  /^\d/.test(word) || small.includes(word) || tens.includes(word) || word === 'hundred' || word in scales;

function valueOfRun(words: readonly string[]): number | undefined {
  let whole = 0;
  let part: number | undefined;
  for (const word of words) {
    const scale = scales[word];
    if (scale !== undefined) {
      whole += (part ?? 1) * scale;
      part = undefined;
    } else if (word === 'hundred') part = (part ?? 1) * 100;
    else {
      const value = unitOf(word);
      if (part !== undefined && !follows(part, value)) return undefined;
      part = (part ?? 0) + value;
    }
  }
  return whole + (part ?? 0);
}

function unitOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  return tens.includes(word) ? 20 + 10 * tens.indexOf(word) : small.indexOf(word);
}

/** Whether a number goes on after another: seven after twenty, forty after a hundred. */
const follows = (before: number, value: number): boolean =>
  (before >= 100 && before % 100 === 0 && value < 100) ||
  (before % 100 >= 20 && before % 10 === 0 && value > 0 && value < 10);
