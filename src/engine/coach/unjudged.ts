import type { MeasureName } from '../kinematics/measures.ts';
import type { Millis } from '../units.ts';
import { runOn, startAt, type Stopwatch } from './metronome.ts';
import type { UntimedEvent } from '../exercise/events.ts';

/** How long each measure that cannot be judged now has been unjudged. */
export type Unjudged = ReadonlyMap<MeasureName, Stopwatch>;

/** Shorter periods are not reported, ms. A design choice. */
const leastTold = 1000;

/** Advances by a frame in which these measures are not judged; returns the events of the periods that ended. */
export const passUnjudged = (
  before: Unjudged,
  measures: readonly MeasureName[],
  at: Millis,
): readonly [Unjudged, readonly UntimedEvent[]] => {
  if (before.size === 0 && measures.length === 0) return [before, []];
  const after = new Map(
    measures.map((measure): readonly [MeasureName, Stopwatch] => {
      const watch = before.get(measure);
      return [measure, watch ? runOn(watch, at) : startAt(at)];
    }),
  );
  const over = [...before].filter(([measure, { ms }]) => !after.has(measure) && ms >= leastTold);
  return [after, over.map(([measure, { ms }]): UntimedEvent => ({ type: 'not-judged', measure, forMs: ms }))];
};
