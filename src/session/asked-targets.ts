import type { Coaching } from '../engine/coaching/coaching.ts';
import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { Bound, End } from '../engine/coaching/exercise.ts';
import type { Plan } from '../engine/coaching/plan.ts';
import { countedFromStart, goalOf, toleranceOf, type Goal } from '../engine/coaching/targets.ts';
import type { MeasureName } from '../engine/kinematics/measures.ts';
import { sides, type Side } from '../engine/pose/keypoints.ts';
import { leadIn, restIn } from './lead-trace.ts';
import type { Trace } from './traces.ts';

/** What was asked for at an end. It is met from `tolerance` before `value` on; both in the measure's unit. */
export interface AskedTarget {
  readonly end: string;
  readonly side?: Side | undefined;
  readonly measure: MeasureName;
  readonly is: Bound['is'];
  readonly value: number;
  readonly tolerance: number;
}

/** What a session knows of its targets besides what they are. */
export type Footing = Pick<Coaching, 'ranges' | 'eased'>;

const norm = { is: 'norm' } as const;

/** What a side reads at rest: the last that was seen in the start posture. */
const restOf = (end: End, side: Side | undefined, events: readonly CoachingEvent[], traces: readonly Trace[]) => {
  const rest = restIn(leadIn(traces, end, side), events);
  return rest === undefined ? undefined : (end.target.is === 'above' ? 1 : -1) * rest;
};

/** What was asked for at each end in the end, of each side where the sides are counted apart; nothing where only the time was kept. */
export const askedTargets = (
  plan: Plan,
  targets: Coaching['targets'],
  { ranges, eased }: Footing,
  events: readonly CoachingEvent[],
  traces: readonly Trace[],
): readonly AskedTarget[] => {
  if (targets === 'timed') return [];
  const asked = (end: End, side: Side | undefined): readonly AskedTarget[] => {
    const own = ranges.find((range) => range.end === end.name && (side === undefined || range.side === side));
    if (targets === 'personal' && !own) return [];
    const rest = restOf(end, side, events, traces);
    const usual = goalOf(countedFromStart(end, rest), side, norm, eased, rest);
    const goal: Goal = own ? { goal: own.target, from: usual.from } : usual;
    const { measure, is } = end.target;
    const tolerance = plan.strictness * toleranceOf(end, goal, norm);
    return [{ end: end.name, ...(side ? { side } : {}), measure, is, value: goal.goal, tolerance }];
  };
  const counted = plan.exercise.sides === 'each' ? sides : [undefined];
  return plan.rules.ends.flatMap((end) => counted.flatMap((side) => asked(end, side)));
};
