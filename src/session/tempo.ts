import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { Plan } from '../engine/coaching/plan.ts';
import type { MeasureName } from '../engine/kinematics/measures.ts';
import { isHeld } from './plan-for.ts';
import type { Trace } from './traces.ts';
import { waysIn, type Way } from './ways.ts';

/** How long something took in the mean of all repetitions, and how long it was meant to, both ms. */
export interface Paced {
  readonly took: number;
  /** `undefined` where the two cannot be compared. */
  readonly planned: number | undefined;
}

/** The pace of the counted repetitions; a part is left out where it was not seen well enough, or is not held. */
export interface Tempo {
  readonly out: Paced | undefined;
  readonly held: Paced | undefined;
  readonly back: Paced | undefined;
}

/** Whether the movement was smooth: in how many of those that could be judged it was not; most ways are too short to be judged. */
export type Smoothness =
  { readonly is: 'not-judged' } | { readonly is: 'judged'; readonly of: number; readonly jerky: number };

/**
 * Measures that do not grow as the movement does: a figure that keeps the planned tempo is read as quicker (0.67 of the time by the
 * gap of its elbows, 0.45 by their height), so no plan stands beside these.
 */
const uneven: ReadonlySet<MeasureName> = new Set(['elbowGap', 'upperArmLevel']);

const paced = (times: readonly (number | undefined)[], planned: number | undefined): Paced | undefined => {
  const known = times.filter((time) => time !== undefined);
  if (known.length === 0) return undefined;
  return { took: known.reduce((sum, time) => sum + time, 0) / known.length, planned };
};

/** The pace of a session beside that of the exercise's own motion, and its smoothness. */
export const paceIn = (
  plan: Plan,
  events: readonly CoachingEvent[],
  traces: readonly Trace[],
): { readonly tempo: Tempo; readonly smoothness: Smoothness } => {
  const { tempo } = plan.exercise.motion;
  const isEven = plan.rules.ends.every(({ target }) => !uneven.has(target.measure));
  const ways = waysIn(plan, events, traces);
  const held = events.flatMap((event) => (event.type === 'rep-completed' ? [event.heldMs] : []));
  const isJudged = (way: Way | undefined): boolean => way?.isJudged ?? false;
  const smooth = ways.filter(({ out, back }) => isJudged(out) || isJudged(back)).length;
  const jerky = events.filter((event) => event.type === 'fault-noticed' && event.fault === 'not-smooth').length;
  const of = Math.max(smooth, jerky);
  return {
    tempo: {
      out: paced(
        ways.map(({ out }) => out?.ms),
        isEven ? tempo.out : undefined,
      ),
      held: isHeld(plan) ? paced(held, plan.hold) : undefined,
      back: paced(
        ways.map(({ back }) => back?.ms),
        isEven ? tempo.back : undefined,
      ),
    },
    smoothness: of === 0 ? { is: 'not-judged' } : { is: 'judged', of, jerky },
  };
};
