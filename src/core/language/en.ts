import type { PartialDate, Precision, QuantityValue } from '../fact/value.ts';
import { readEnglishDate } from './en-date.ts';
import { readEnglishAmount, readEnglishNumber } from './en-number.ts';
import { englishJoined } from './en-joined.ts';
import type { Language } from './language.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Indexed by the number. */
const numberWords: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** English, with British dates. Written out rather than taken from `Intl`, so that items are the same on every device. */
export const english: Language = {
  tag: 'en',
  numberWords,
  date,
  onDate: (value) => `${value.precision === 'day' ? 'on' : 'in'} ${date(value)}`,
  whenPhrase: (precision) => whenPhrases[precision],
  dateHint: (precision) => dateHints[precision],
  dateForms,
  readDate: (text) => readEnglishDate(text, months),
  readNumber: readEnglishNumber,
  readAmount: readEnglishAmount,
  number,
  amount: (value: QuantityValue) => `${value.approximate ? 'about ' : ''}${counted(value)}`,
  possessive: (phrase, plural) =>
    (plural && phrase.endsWith('s')) || pluralName.test(phrase) ? `${phrase}'` : `${phrase}'s`,
  capitalise: (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
  decapitalise: (text) => text.slice(0, 1).toLowerCase() + text.slice(1),
  months,
  sequenceWords: new Set(
    'first second third fourth fifth last final again after before since until soon'.split(' '),
  ),
  list: (phrases) =>
    phrases.length < 2 ? phrases.join('') : `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`,
  eachOfThese: 'each of these',
  orderStem: 'In what order did these happen, earliest first?',
  // In words that hardly stand in a title: a guesser would look for them.
  misplacedStem: 'Oldest at the top, newest at the bottom: which one is misplaced?',
  yearsStem: 'In which year did each of these happen?',
  beforeOrAfter: (happening) => ({
    stem: `Which of these happened before ${happening}, and which after?`,
    before: 'Before',
    after: 'After',
  }),
  yes: 'Yes',
  no: 'No',
  inUnit: (stem, unit) => stem.replace(/\?$/, `, in ${unit}?`),
  inPlace: (statement) => `This one is in its place among the others: ${statement}`,
  asOf: (value) => `As of ${date(value)}, `,
  accordingTo: (phrase) => `According to ${phrase}, `,
  trueText: 'True',
  falseText: 'False',
  statementHolds: 'The statement is right as it stands.',
  misplaced: (statement) => `You may be thinking of this: ${statement}`,
  refuted: (statement) => `Not so: ${statement}`,
  cues: {
    absolute:
      /\b(?:always|never|every|everyone|nobody|entirely|completely|impossible|usually|often|sometimes|perhaps|maybe|probably)\b/i,
    lumping:
      /\b(?:all|none|both|neither|any|either) (?:of )?(?:the )?(?:above|below|these|those|them|others?)\b/i,
    negative:
      /^(?:(?!\b(?:that|if|because|unless)\b).)*(?:\b(?:not(?! to\b)|except|never|neither|nor|no longer)\b|n't\b)/,
    wrongArticle: /\ba (?!uni|one|us\b|eu|ou)[aeio]\p{L}|\ban (?!ho)[bcdfgjklmnpqrstvwxyz]\p{Ll}/u,
    tellingArticle: /\ban? _{4}|\ban?\?$/i,
  },
  joined: englishJoined,
  timeWords: ['after', 'before', 'since', 'until', 'during', 'ahead', 'following', 'then'],
  particles: new Set(['the', 'a', 'an', 'of', 'for', 'and', 'in', 'el', 'al', 'de', 'la', 'le', 'du', 'des']),
  titles: new Set(
    'president general gen colonel col major captain capt lieutenant lt prime minister ambassador secretary mr mrs ms mme m dr'.split(
      ' ',
    ),
  ),
};

/** Names that are singular as a whole but end in a plural word. */
const pluralName = /\b(States|Nations|Affairs|Forces|Troops)$/i;

const whenPhrases: Readonly<Record<Precision, string>> = {
  day: 'on what date',
  month: 'in which month and year',
  year: 'in which year',
};

const dateHints: Readonly<Record<Precision, string>> = {
  day: 'day, month and year',
  month: 'month and year',
  year: 'year',
};

function date(value: PartialDate): string {
  const { year, month, day } = fields(value);
  if (month === undefined) return String(year);
  const name = months[month - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${day} ${name} ${year}`;
}

function dateForms(value: PartialDate): readonly string[] {
  const { year, month, day } = fields(value);
  const name = month === undefined ? '' : (months[month - 1] ?? '');
  if (day === undefined) return [date(value), ...(month === undefined ? [] : [value.iso])];
  return [date(value), `${name} ${day}, ${year}`, value.iso, `${day}/${month}/${year}`];
}

function fields(value: PartialDate): { year: number; month?: number; day?: number } {
  const [year = 0, month, day] = value.iso.split('-').map(Number);
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

/** Numbers up to twelve as words, as they stand in a sentence; measures, larger numbers and fractions in digits. */
const counted = ({ amount, unit }: QuantityValue): string =>
  (measured.test(unit) ? undefined : numberWords[amount]) ?? number(amount);

/** Units that are measured, not counted one by one: "7 per cent", but "seven days". */
const measured = /^(?:per cent|million|tonnes|(?:kilo)?metres|square kilometres|US dollars)\b/;

/** Groups thousands with commas and keeps decimals as they are: 1100 -> "1,100". */
function number(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
