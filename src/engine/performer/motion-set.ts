import type { Coaching } from '../coach/coaching.ts';
import type { CoachingEvent } from '../exercise/events.ts';
import type { Phase } from '../exercise/phase.ts';
import type { Plan } from '../rules/plan.ts';
import { millis } from '../units.ts';
import { completeJointAngles, type FullJointAngles } from '../figure/full-joint-angles.ts';
import type { Tempo, Variation } from '../figure/motion.ts';
import { easyRest, tempoOf } from '../figure/perform.ts';
import type { Keyframe } from '../figure/performance.ts';
import { repetitionOf, repetitionAngles, type RepetitionAngles } from '../figure/repetition.ts';

/** What the coach asks of the figure. */
export interface Asked {
  readonly plan: Plan;
  readonly coaching: Coaching;
  /** The events since the previous call. */
  readonly events: readonly CoachingEvent[];
  /** The variation that shows a fault; the start posture of the set-up and the practice are correct all the same. */
  readonly variation?: Variation | undefined;
}

/** The movements for what is asked: the joint angles of the motion, and the tempo and stops between them. */
export interface MotionSet {
  readonly rest: FullJointAngles;
  readonly angles: RepetitionAngles;
  readonly tempo: Tempo;
  readonly stops: number;
}

/** The endpoint to move to, and its side among those of the motion; both indices from 0. */
export interface MovementGoal {
  readonly side: number;
  readonly end: number;
}

/** Whether the figure sits at rest in a phase: while the coach observes it, and when nothing is asked of it. */
export const restsIn = (phase: Phase): boolean =>
  phase === 'looking' || phase === 'neutral' || phase === 'resting' || phase === 'paused' || phase === 'ended';

/** Whether all is done correctly in a phase, because nothing is judged yet. */
const isCorrectIn = (phase: Phase): boolean => restsIn(phase) || phase === 'start' || phase === 'practice';

/** The movements for what is asked, varied in phases that are judged. */
export const motionSetOf = ({ plan, coaching, variation }: Asked): MotionSet => {
  const { motion } = plan.exercise;
  const varied = isCorrectIn(coaching.phase) ? undefined : variation;
  const rest = completeJointAngles(motion.rest ?? easyRest);
  return {
    rest,
    angles: repetitionAngles(motion, rest, varied, 1),
    tempo: tempoOf(motion, { variation: varied, hold: undefined }),
    stops: varied?.stops ?? 0,
  };
};

/** The joint angles of a movement goal, and the keyframes of the ways there from the start posture and back. */
export const waysOf = (
  { side, end }: MovementGoal,
  { angles: { start, sides }, tempo, stops }: MotionSet,
): { readonly to: FullJointAngles; readonly out: readonly Keyframe[]; readonly back: readonly Keyframe[] } => {
  const to = sides[side]?.[end] ?? start;
  const ways = repetitionOf(start, [to], { ...tempo, stay: millis(0), pause: millis(0) }, stops);
  return { to, out: ways.slice(0, stops + 1), back: ways.slice(stops + 1) };
};
