import type { JoinedWording } from './joined.ts';

const capitalise = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const decapitalise = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export const englishJoined: JoinedWording = {
  daysBetween: (earlier, later) =>
    `How many days passed from ${earlier} to ${later} (the next day counts as 1)?`,
  days,
  daysLater: (count) => `That is ${days(count)} later.`,
  bothEndsCounted: (count) => `${days(count)} would count the first day as well as the last.`,
  neitherEndCounted: (count) => `${days(count)} would count neither the first day nor the last.`,
  daysToAnother: (count, statement) => `${days(count)} is the time to another event: ${statement}`,
  daysFromAnother: (count, statement) => `${days(count)} is the time from another event: ${statement}`,
  beforeOrAfter: (event, other) => `Did ${event} come before or after ${other}, or on the same day?`,
  before: 'Before that day',
  after: 'After that day',
  sameDay: 'On that same day',
  beforeBetweenAfter: (event, first, last) =>
    `Did ${event} come before ${first}, after ${last}, or between the two?`,
  beforeBoth: 'Before them',
  between: 'Between them',
  afterBoth: 'After them',
  firstAfter: (event) => `Which of these came next after ${event}?`,
  cameEarlier: (statement) => `That came earlier: ${statement}`,
  cameLater: (statement) => `That came later still: ${statement}`,
  notHappened: (when) => `Which of these did not happen ${when}?`,
  atAnotherTime: (statement) => `That was at another time: ${statement}`,
  notListed: (name) => `${capitalise(name)} is not one of them.`,
  makes: (number) => `That makes ${number}.`,
  whichReport: (matter, version) =>
    `Sources differ on ${decapitalise(matter)}. Which of them says this: ${version}?`,
  reportSays: (report, version) => `${capitalise(report)} says this: ${version}.`,
  whichIsAbout: (description) => `Which of these statements is about ${description}?`,
  aboutAnother: (name, statement) => `That is about ${name}. ${statement}`,
  firstReported: (report, statement) => `${capitalise(report)} said at first: ${statement}`,
  misreported: (report, statement) => `${capitalise(report)} says: ${statement}`,
  whatIsRight: (report, question) => `${capitalise(report)} got this wrong. ${question}`,
  mistaken: (report, statement) => `${report} That is mistaken: ${statement}`,
  knownNow: (report, question) => `Later reports replaced what ${report} said. ${question}`,
  corrected: (first, statement) => `${first} That was replaced later: ${statement}`,
};
