import { dayOfIso } from '#core/memory/day.ts';
import { between, isRecord, oneOf } from '#core/shape.ts';
import type { Shape } from '#core/shape.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Factors on the text size. */
export const textScales = [1, 1.15, 1.3, 1.5] as const;
export type TextScale = (typeof textScales)[number];

/** What a learner has chosen. */
export interface Settings {
  readonly v: 1;
  readonly theme: Theme;
  readonly textScale: TextScale;
  /** 1 to 240. */
  readonly dailyMinutes: number;
  /** ISO date. */
  readonly examDay?: string;
  /** Whether what is left a month after the exam counts as much as the exam. */
  readonly keepAfterExam: boolean;
  /** Whether single keys answer. */
  readonly shortcuts: boolean;
  /** Whether the learner is asked how sure an answer is. */
  readonly certainty: boolean;
  /** The hour, 0 to 12, at which the learner's day begins: what is answered before it belongs to the day before. */
  readonly rollOverHour: number;
}

export const latestRollOver = 12;

export const defaultSettings: Settings = {
  v: 1,
  theme: 'system',
  textScale: 1,
  dailyMinutes: 10,
  keepAfterExam: false,
  shortcuts: true,
  certainty: false,
  rollOverHour: 4,
};

/** Settings from a store or a file. A field that is missing or makes no sense has its default. */
export function parseSettings(raw: unknown): Settings {
  const { theme, textScale, dailyMinutes, examDay, keepAfterExam, shortcuts, certainty, rollOverHour } =
    isRecord(raw) ? raw : {};
  const exam = isoDay(examDay);
  return {
    v: 1,
    theme: oneOf(themes)(theme) ?? defaultSettings.theme,
    textScale: oneOf(textScales)(textScale) ?? defaultSettings.textScale,
    dailyMinutes: between(1, 240)(dailyMinutes) ?? defaultSettings.dailyMinutes,
    ...(exam !== undefined && { examDay: exam }),
    keepAfterExam: oneOf([true, false])(keepAfterExam) ?? defaultSettings.keepAfterExam,
    shortcuts: oneOf([true, false])(shortcuts) ?? defaultSettings.shortcuts,
    certainty: oneOf([true, false])(certainty) ?? defaultSettings.certainty,
    rollOverHour: rollOver(rollOverHour) ?? defaultSettings.rollOverHour,
  };
}

const rollOver: Shape<number> = (raw) =>
  Number.isInteger(raw) ? between(0, latestRollOver)(raw) : undefined;

const isoDay: Shape<string> = (raw) =>
  typeof raw === 'string' && dayOfIso(raw) !== undefined ? raw : undefined;
