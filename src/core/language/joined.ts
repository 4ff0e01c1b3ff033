/** The words of items that join several facts, which no single predicate can word. `{...}` arguments are phrases or sentences. */
export interface JoinedWording {
  /** Asks for the days from one event to a later one, and says how they are counted. */
  daysBetween(earlier: string, later: string): string;
  /** "4 days". */
  days(count: number): string;
  /** The answer whole, after the sentences that date both events. */
  daysLater(count: number): string;
  /** Why a number of days is wrong: it counts both ends, it counts neither, or it belongs to another event. */
  bothEndsCounted(count: number): string;
  neitherEndCounted(count: number): string;
  daysToAnother(count: number, statement: string): string;
  daysFromAnother(count: number, statement: string): string;
  /** Asks whether an event came before another, after it or on the same day, with what may be answered. */
  beforeOrAfter(event: string, other: string): string;
  readonly before: string;
  readonly after: string;
  readonly sameDay: string;
  /** The same with a period between two events. */
  beforeBetweenAfter(event: string, first: string, last: string): string;
  readonly beforeBoth: string;
  readonly between: string;
  readonly afterBoth: string;
  /** Asks which of the events offered was the first to follow this one. */
  firstAfter(event: string): string;
  cameEarlier(statement: string): string;
  cameLater(statement: string): string;
  /** Asks which of the events offered was not in a month or year, told as an adverbial. */
  notHappened(when: string): string;
  /** Why a value is wrong that was right at another time. */
  atAnotherTime(statement: string): string;
  /** Why something is wrong that a complete list lacks; the list is told beside it. */
  notListed(name: string): string;
  /** The number of a list, after the sentence that names its members. */
  makes(number: string): string;
  /** Asks which of some reports gave one version of a matter on which they differ. */
  whichReport(matter: string, version: string): string;
  /** What a report says of a matter instead. */
  reportSays(report: string, version: string): string;
  /** Asks which of some statements is about what is described but not named. */
  whichIsAbout(description: string): string;
  /** Why a statement about something else does not count: whom it is about, and what the description really fits. */
  aboutAnother(name: string, statement: string): string;
  /** What was said at first and where: our words, so not in quotation marks. */
  firstReported(report: string, statement: string): string;
  /** What a report has that is mistaken. */
  misreported(report: string, statement: string): string;
  /** Asks what later reports say in place of an early one. */
  knownNow(report: string, question: string): string;
  /** Asks for what is right where a report is mistaken. */
  whatIsRight(report: string, question: string): string;
  /** Why what was said at first is wrong, with what replaced it. */
  corrected(first: string, statement: string): string;
  /** Why what a report has is wrong, with what is right. */
  mistaken(report: string, statement: string): string;
}
