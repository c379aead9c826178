import type { Bound } from '../../engine/exercise/exercise.ts';

/** Times are milliseconds of the session, values in the measure's unit. */
export interface ChartLine {
  readonly name: string;
  /** Told apart by shape as well as by colour. */
  readonly stroke: 'solid' | 'dashed';
  /** `null` where it was not seen. */
  readonly points: readonly (readonly [at: number, value: number | null])[];
}

/** What was asked for: met from `value` on. */
export interface ChartTarget {
  readonly name: string;
  readonly value: number;
  readonly is: Bound['is'];
}

/** What a stretch of time was: on the way out, at the end, on the way back, waiting for somebody out of sight, or getting set. */
export const bandKinds = ['out', 'hold', 'back', 'paused', 'set-up'] as const;

/** What a stretch of time was. */
export type BandKind = (typeof bandKinds)[number];

/** A stretch of time. */
export interface ChartBand {
  readonly kind: BandKind;
  readonly from: number;
  readonly to: number;
}

/** A hold while it ran, at the value that was to be kept; `words` is how long all of it was held, at its last stretch. */
export interface ChartHold {
  readonly from: number;
  readonly to: number;
  readonly value: number | undefined;
  readonly words: string;
}

/** A repetition or an attempt that did not count, from when it opened to when it closed. */
export interface ChartMark {
  readonly from: number;
  readonly to: number;
  /** A number or two; empty where it did not count. */
  readonly label: string;
  /** In words, as a tooltip. */
  readonly words: string;
  readonly isCounted: boolean;
}

/** Something that the coach said, where the line was then. */
export interface ChartCue {
  readonly at: number;
  readonly value: number | undefined;
  readonly letter: string;
  /** When it was, and what was said. */
  readonly time: string;
  readonly words: string;
}

/** A measure over time, with all that happened, in words that are ready to be shown. */
export interface ChartData {
  readonly title: string;
  /** The whole in a sentence or two, for who cannot see it. */
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly ChartLine[];
  readonly targets: readonly ChartTarget[];
  readonly bands: readonly ChartBand[];
  readonly holds: readonly ChartHold[];
  readonly marks: readonly ChartMark[];
  readonly cues: readonly ChartCue[];
  readonly unit: string;
  /** A value at the axis, and one in the table. */
  readonly tick: (value: number) => string;
  readonly number: (value: number) => string;
  readonly words: ChartWords;
}

/** What a chart says of itself. */
export interface ChartWords {
  readonly bands: Readonly<Record<BandKind, string>>;
  readonly target: string;
  readonly held: string;
  readonly counted: string;
  readonly notCounted: string;
  readonly said: string;
  readonly seconds: string;
  readonly table: string;
  readonly time: string;
  readonly unseen: string;
}
