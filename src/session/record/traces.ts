import type { Plan } from '../../engine/rules/plan.ts';
import type { Sight } from '../../engine/coach/sight.ts';
import type { MeasureName } from '../../engine/kinematics/measures.ts';
import { measureKey } from '../../engine/kinematics/reading.ts';
import { sides, type Side } from '../../engine/pose/keypoints.ts';
import { Column } from './column.ts';

/** The time since the first frame, ms, and a value in the measure's unit, `null` if unseen. */
export type TracePoint = readonly [at: number, value: number | null];

/** One measure over time. */
export interface Trace {
  readonly measure: MeasureName;
  readonly side: Side | undefined;
  readonly points: readonly TracePoint[];
}

/** The minimum time between two points, ms: ten per second. */
const pointTime = 100;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** A trace in memory: the times and values side by side, NaN where the measure was not seen. */
interface Followed extends Omit<Trace, 'points'> {
  readonly times: Column<Float64Array<ArrayBuffer>>;
  readonly values: Column<Float64Array<ArrayBuffer>>;
}

const pointsOf = ({ times, values }: Followed, length: number): readonly TracePoint[] =>
  Array.from({ length }, (_, index) => {
    const value = values.at(index);
    return [times.at(index), Number.isNaN(value) ? null : value];
  });

/** Records the primary measures, at most ten times per second. */
export class TraceRecorder {
  readonly #followed: readonly Followed[];
  #last = -Infinity;

  /** Continues the traces that an earlier run of the same plan recorded. */
  constructor({ rules }: Pick<Plan, 'rules'>, earlier: readonly Trace[] = []) {
    const measures = [...new Set(rules.ends.map(({ target }) => target.measure))];
    this.#followed = measures.flatMap((measure) =>
      [undefined, ...sides].map((side) => {
        const followed = { measure, side, times: new Column(Float64Array), values: new Column(Float64Array) };
        const before = earlier.find((one) => one.measure === measure && one.side === side);
        for (const [at, value] of before?.points ?? []) {
          followed.times.push(at);
          followed.values.push(value ?? Number.NaN);
        }
        return followed;
      }),
    );
  }

  pass({ at, readings }: Pick<Sight, 'at' | 'readings'>): void {
    if (at - this.#last < pointTime) return;
    this.#last = at;
    for (const { measure, side, times, values } of this.#followed) {
      const reading = readings.get(measureKey(measure, side));
      if (!reading) continue;
      times.push(Math.round(at));
      values.push(reading.seen ? rounded(reading.value) : Number.NaN);
    }
  }

  /**
   * The traces so far, of each measure and side with a reading. Their points are made where they are read: a session holds
   * its traces of the last repetition, and most are never read.
   */
  get traces(): readonly Trace[] {
    return this.#followed
      .filter(({ times }) => times.length > 0)
      .map((one) => {
        const { measure, side, times } = one;
        const { length } = times;
        return {
          measure,
          side,
          get points() {
            return pointsOf(one, length);
          },
        };
      });
  }
}
