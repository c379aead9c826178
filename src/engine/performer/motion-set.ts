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

/** What is asked of the figure. */
export interface Asked {
  readonly plan: Plan;
  readonly coaching: Coaching;
  /** What has happened since it was last asked. */
  readonly events: readonly CoachingEvent[];
  /** What it does differently, to show a fault; the start posture of the set-up and practice are correct all the same. */
  readonly variation?: Variation | undefined;
}

/** What the figure can do of what is asked: the stances of the motion, and how it goes from one to another. */
export interface MotionSet {
  readonly rest: FullJointAngles;
  readonly angles: RepetitionAngles;
  readonly tempo: Tempo;
  readonly stops: number;
}

/** The end of a repetition that is gone to, and to which side of those that the motion has; both from 0. */
export interface MovementGoal {
  readonly side: number;
  readonly end: number;
}

/** Whether the figure sits at rest in a phase: while it is looked at, and when nothing is asked of it. */
export const restsIn = (phase: Phase): boolean =>
  phase === 'looking' || phase === 'neutral' || phase === 'resting' || phase === 'paused' || phase === 'ended';

/** Before anything is judged all is done correctly. */
const isCorrectIn = (phase: Phase): boolean => restsIn(phase) || phase === 'start' || phase === 'practice';

/** What there is to do of what is asked, varied where it is judged. */
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

/** The stance that an errand leads to, and the keyframes of the ways there from the start posture and back. */
export const waysOf = (
  { side, end }: MovementGoal,
  { angles: { start, sides }, tempo, stops }: MotionSet,
): { readonly to: FullJointAngles; readonly out: readonly Keyframe[]; readonly back: readonly Keyframe[] } => {
  const to = sides[side]?.[end] ?? start;
  const ways = repetitionOf(start, [to], { ...tempo, stay: millis(0), pause: millis(0) }, stops);
  return { to, out: ways.slice(0, stops + 1), back: ways.slice(stops + 1) };
};
