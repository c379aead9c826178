import type { CoachState } from '../../src/engine/coach/coach.ts';
import type { Exercise, RuleSet, Target } from '../../src/engine/exercise/exercise.ts';
import { viewOf } from '../../src/engine/rules/plan.ts';
import type { PersonalRange } from '../../src/engine/rules/personal-range.ts';
import { poseBody } from '../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough, type Camera } from '../../src/engine/figure/camera.ts';
import { completeJointAngles, type FullJointAngles } from '../../src/engine/figure/full-joint-angles.ts';
import { easyRest, keyframesOf, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import { scriptOf, type Keyframe, type Performance } from '../../src/engine/figure/performance.ts';
import { adult } from '../../src/engine/figure/proportions.ts';
import { repetitionAngles, type RepetitionAngles } from '../../src/engine/figure/repetition.ts';
import { sightedBody } from '../../src/engine/kinematics/sighted-body.ts';
import { stillPeriodFrom, neutralOf } from '../../src/engine/kinematics/still-period.ts';
import { readMeasure } from '../../src/engine/kinematics/measure.ts';
import { measureRow } from '../../src/engine/kinematics/measures.ts';
import { frontOn, sideOn } from '../../src/engine/pose/orientation.ts';
import { keypointsFrom, noKeypoints, sides, type Side } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { millis, sessionTime, type SessionTime } from '../../src/engine/units.ts';
import type { Play } from './play.ts';

/** The rules of an exercise in the view that it asks for. */
export const rulesOf = (exercise: Exercise): RuleSet => {
  const rules = exercise.views[viewOf(exercise)];
  if (!rules) throw new Error('An exercise has rules for its own view.');
  return rules;
};

/** The sides that its repetitions name, with the user's right next to the lens. */
export const namedSides = (exercise: Exercise): readonly (Side | undefined)[] =>
  ({ together: [undefined], each: sides, near: ['right' as const] })[exercise.sides];

/** The number of repetitions that one motion counts as: one for each side where these count apart. */
export const waysOf = (exercise: Exercise): number => namedSides(exercise).length;

/** How long the start posture is held between consecutive performances, ms: longer than a countdown. */
const settling = millis(4000);

/** Performances one after the other: calm before the first, and only the start posture between. */
export const inTurn = (exercise: Exercise, ...all: readonly PerformanceOptions[]): Performance => {
  const parts = all.map((options) => keyframesOf(exercise.motion, { settle: settling, ...options }));
  const moving = parts.map((keyframes, index) => {
    const moves = index === 0 ? keyframes.slice(0, -1) : keyframes.slice(1, -1);
    const last = moves.at(-1);
    return last ? [...moves.slice(0, -1), { ...last, stays: settling }] : moves;
  });
  return scriptOf([...moving.flat(), ...(parts.at(-1) ?? []).slice(-1)] satisfies readonly Keyframe[]);
};

/** The stances of an exercise's motion at this share, and the rest before. */
export const jointAnglesOf = (
  { motion }: Exercise,
  share = 1,
): RepetitionAngles & { readonly rest: FullJointAngles } => {
  const rest = completeJointAngles(motion.rest ?? easyRest);
  return { ...repetitionAngles(motion, rest, undefined, share), rest };
};

/** The true pose of an adult in a stance, before the briefing's camera with these changes. */
export const poseOf = (
  exercise: Exercise,
  jointAngles: FullJointAngles,
  camera: Partial<Camera> = {},
  at: SessionTime = sessionTime(0),
): TimedPose => posesThrough(poseBody(jointAngles, adult), { ...briefingCamera(viewOf(exercise)), ...camera }, at);

/** The true reading of a measure on the keypoints of a stance. */
export const truly = (
  exercise: Exercise,
  { measure, side }: Pick<PersonalRange, 'measure' | 'side'>,
  jointAngles: FullJointAngles,
): number => {
  const orientation = viewOf(exercise) === 'front' ? frontOn : sideOn(1);
  const calm = stillPeriodFrom(poseOf(exercise, jointAnglesOf(exercise).rest).keypoints, millis(0));
  const neutral = neutralOf(calm, orientation);
  const own = measureRow(measure).sides === 'one' ? undefined : side;
  const reading = readMeasure(measure, own, sightedBody(poseOf(exercise, jointAngles).keypoints, orientation), neutral);
  if (!reading.seen) throw new Error('The figure shows everything.');
  return reading.value;
};

/** The target for a user with this range, before tolerance: T = rest + k (practice - rest), never beyond the goal. */
export const askedOf = ({ is, value: goal, own }: Target, { rest, value }: PersonalRange): number => {
  const [easier, harder] = is === 'above' ? [Math.min, Math.max] : [Math.max, Math.min];
  const target = easier(goal, rest + (own?.share ?? 0.9) * (value - rest));
  return own?.limit === undefined ? target : harder(target, own.limit);
};

/** Hides the keypoints with these names for a while. */
export const hidden =
  (part: RegExp, from = 0, until = Infinity) =>
  <At extends number>(pose: TimedPose<At>): TimedPose<At> => {
    if (pose.at < from || pose.at >= until) return pose;
    const { keypoints } = pose;
    return { ...pose, keypoints: keypointsFrom((name) => (part.test(name) ? noKeypoints[name] : keypoints[name])) };
  };

/** A request of the user, made once, in the first frame from then on. */
export const askedFrom = (from: number, change: (state: CoachState) => CoachState): NonNullable<Play['before']> => {
  let isAsked = false;
  return (state, at) => {
    if (isAsked || at < from) return state;
    isAsked = true;
    return change(state);
  };
};
