import type { PartialDate, Precision, QuantityValue } from '../fact/value.ts';
import type { JoinedWording } from './joined.ts';

/** The grammar that sentence patterns need in one content language. One file a language. */
export interface Language {
  /** BCP 47 tag. */
  readonly tag: string;
  /** "26 July 2023", "July 2023", "2023". */
  date(date: PartialDate): string;
  /** The date as an adverbial: "on 26 July 2023", "in July 2023". */
  onDate(date: PartialDate): string;
  /** What asks for a date of that precision: "on what date", "in which month and year". */
  whenPhrase(precision: Precision): string;
  /** What a gap for a date of that precision wants: "day, month and year". */
  dateHint(precision: Precision): string;
  /** Wordings of a date that a learner may type, the usual one first. */
  dateForms(date: PartialDate): readonly string[];
  /** Reads a typed date as far as it goes; undefined when it is none. */
  readDate(text: string): PartialDate | undefined;
  /** The words for 0, 1, 2 ..., as far as they are used. */
  readonly numberWords: readonly string[];
  /** The one number in a typed text, in digits or words; undefined when there is none or more than one. */
  readNumber(text: string): number | undefined;
  /** The same in the unit of a right answer, where another measure of time says the same: "a week" for "seven days". */
  readAmount(text: string, key: string): number | undefined;
  /** "1,100". */
  number(value: number): string;
  /** "about 1,100", "four". */
  amount(value: QuantityValue): string;
  /** "Niger's", "the envoys'". */
  possessive(phrase: string, plural: boolean): string;
  capitalise(text: string): string;
  /** Lower-cases the first letter of a pattern's own word when something is put before it. */
  decapitalise(text: string): string;
  /** The names of the months, January first. */
  readonly months: readonly string[];
  /** Words that tell of a place in a sequence: "first", "after". */
  readonly sequenceWords: ReadonlySet<string>;
  /** "Algeria, Libya and Mali". */
  list(phrases: readonly string[]): string;
  /** What stands for the subject in a question about several. */
  readonly eachOfThese: string;
  /** Asks for the order in time of what stands below. */
  readonly orderStem: string;
  /** Asks which of a list in order of time stands in the wrong place. */
  readonly misplacedStem: string;
  /** Asks for the year of each thing below. */
  readonly yearsStem: string;
  /** Asks which things below came before a happening and which after, with the names of the two. */
  beforeOrAfter(happening: string): {
    readonly stem: string;
    readonly before: string;
    readonly after: string;
  };
  readonly yes: string;
  readonly no: string;
  /** A question for a number that says in which unit it is wanted. */
  inUnit(stem: string, unit: string): string;
  /** Feedback on a card of a list that was taken for the misplaced one. */
  inPlace(statement: string): string;
  asOf(date: PartialDate): string;
  accordingTo(phrase: string): string;
  readonly trueText: string;
  readonly falseText: string;
  /** Shown on "False" for a true statement. */
  readonly statementHolds: string;
  /** Feedback on an option that is the value of another fact. */
  misplaced(statementOfOther: string): string;
  /** Feedback on any other wrong option. */
  refuted(statement: string): string;
  /** What gives questions and options away, or makes them read badly. */
  readonly cues: Cues;
  /** The words of items that join several facts. */
  readonly joined: JoinedWording;
  /** Words by which a name places one event in time by another ("after", "since"). */
  readonly timeWords: readonly string[];
  /** Words that do not tell names apart ("the", "of"). */
  readonly particles: ReadonlySet<string>;
  /** What may stand before a person's name: "General", "Mr". */
  readonly titles: ReadonlySet<string>;
}

/** Patterns of words that the checks of items look for. */
export interface Cues {
  /** "always", "usually": too sure or too vague. */
  readonly absolute: RegExp;
  /** "all of the above". */
  readonly lumping: RegExp;
  /** A negative that is easily overlooked. */
  readonly negative: RegExp;
  /** An article that does not fit the next word. */
  readonly wrongArticle: RegExp;
  /** An article before a gap or at the end, that tells how the answer begins. */
  readonly tellingArticle: RegExp;
}
