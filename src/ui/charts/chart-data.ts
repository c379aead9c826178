import type { Bound } from '../../engine/exercise/exercise.ts';

/** One line of a chart. Times are milliseconds of the session, values in the measure's unit. */
export interface ChartLine {
  readonly name: string;
  /** Sides differ in shape as well as in colour. */
  readonly stroke: 'solid' | 'dashed';
  /** `null` where the measure is unseen; with its error, if that is known. */
  readonly points: readonly (readonly [at: number, value: number | null, error?: number])[];
  /** Whether each point has a dot. */
  readonly hasDots?: boolean;
}

/** The times at the axis of a chart, and in its table. */
export interface ChartAxis {
  /** What stands below the axis. */
  readonly unit: string;
  /** The heading of the times in the table. */
  readonly column: string;
  /** The width of a label, px. */
  readonly labelWidth: number;
  /** Points further apart are not joined, ms. */
  readonly longestStep: number;
  /** At most `most` round times in an interval. */
  readonly times: (from: number, to: number, most: number) => readonly number[];
  /** A time at the axis. */
  readonly label: (at: number, from: number) => string;
  /** A time in the table. */
  readonly inTable: (at: number, from: number) => string;
}

/** Values that differ too little to mean anything, from a time on; in the style of a line. */
export interface ChartZone {
  readonly since: number;
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly stroke: ChartLine['stroke'];
}

/** A target; it is met from `value` on. */
export interface ChartTarget {
  readonly name: string;
  readonly value: number;
  readonly is: Bound['is'];
}

/** The kinds of time interval: the way out, the end, the way back, a pause out of sight, and set-up. */
export const bandKinds = ['out', 'hold', 'back', 'paused', 'set-up'] as const;

/** One kind of time interval. */
export type BandKind = (typeof bandKinds)[number];

/** A time interval of one kind. */
export interface ChartBand {
  readonly kind: BandKind;
  readonly from: number;
  readonly to: number;
}

/**
 * An interval in which a hold counted, at the value to keep; `words` on the last interval is the held time of the whole
 * hold.
 */
export interface ChartHold {
  readonly from: number;
  readonly to: number;
  readonly value: number | undefined;
  readonly words: string;
}

/** A repetition, or an attempt that did not count, from its start to its end. */
export interface ChartMark {
  readonly from: number;
  readonly to: number;
  /** The number, after the letter of the side where sides count apart; empty where it did not count. */
  readonly label: string;
  /** The text of the tooltip. */
  readonly words: string;
  readonly isCounted: boolean;
}

/** A cue, at the value of the line at that time. */
export interface ChartCue {
  readonly at: number;
  readonly value: number | undefined;
  readonly letter: string;
  /** The time and the words of the cue, as text. */
  readonly time: string;
  readonly words: string;
}

/** A measure over time with its events, in words ready to show. */
export interface ChartData {
  readonly title: string;
  /** A summary in a sentence or two, for a screen reader. */
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly ChartLine[];
  readonly targets: readonly ChartTarget[];
  readonly bands: readonly ChartBand[];
  readonly holds: readonly ChartHold[];
  readonly marks: readonly ChartMark[];
  readonly cues: readonly ChartCue[];
  readonly axis: ChartAxis;
  readonly zones?: readonly ChartZone[];
  /** The times at which lines are broken, since readings before and after do not compare. */
  readonly breaks?: readonly number[];
  /** Values that the axis contains whatever was read. */
  readonly contains?: readonly number[];
  readonly unit: string;
  /** A value as text at the axis, and in the table. */
  readonly tick: (value: number) => string;
  readonly number: (value: number) => string;
  readonly words: ChartWords;
}

/** The words of a chart. */
export interface ChartWords {
  readonly bands: Readonly<Record<BandKind, string>>;
  readonly target: string;
  readonly held: string;
  readonly counted: string;
  readonly notCounted: string;
  readonly said: string;
  readonly table: string;
  readonly unseen: string;
}
