import type { Plan } from '../../engine/rules/plan.ts';
import type { Sight } from '../../engine/coach/sight.ts';
import type { MeasureName } from '../../engine/kinematics/measures.ts';
import { measureKey } from '../../engine/kinematics/reading.ts';
import { sides, type Side } from '../../engine/pose/keypoints.ts';

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

/** Records the primary measures, at most ten times per second. */
export class TraceRecorder {
  readonly #followed: readonly (Trace & { readonly points: TracePoint[] })[];
  #last = -Infinity;

  /** Continues the traces that an earlier run of the same plan recorded. */
  constructor({ rules }: Pick<Plan, 'rules'>, earlier: readonly Trace[] = []) {
    const measures = [...new Set(rules.ends.map(({ target }) => target.measure))];
    this.#followed = measures.flatMap((measure) =>
      [undefined, ...sides].map((side) => {
        const before = earlier.find((one) => one.measure === measure && one.side === side);
        return { measure, side, points: [...(before?.points ?? [])] };
      }),
    );
  }

  pass({ at, readings }: Pick<Sight, 'at' | 'readings'>): void {
    if (at - this.#last < pointTime) return;
    this.#last = at;
    for (const { measure, side, points } of this.#followed) {
      const reading = readings.get(measureKey(measure, side));
      if (reading) points.push([Math.round(at), reading.seen ? rounded(reading.value) : null]);
    }
  }

  /** The traces so far, of each measure and side with a reading. */
  get traces(): readonly Trace[] {
    return this.#followed.filter(({ points }) => points.length > 0);
  }
}
