import { advance, begin, type CoachState } from '../../../src/engine/coach/coach.ts';
import { correctCount } from '../../../src/engine/coach/correct-count.ts';
import type { Coaching } from '../../../src/engine/coach/coaching.ts';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import type { CorrectionBy } from '../../../src/engine/feedback/correction.ts';
import type { Plan } from '../../../src/engine/rules/plan.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { posesThrough } from '../../../src/engine/figure/camera.ts';
import type { FullJointAngles } from '../../../src/engine/figure/full-joint-angles.ts';
import type { Variation } from '../../../src/engine/figure/motion.ts';
import { isAtRest, perform, sitDown, type Performer } from '../../../src/engine/performer/performer.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { cameraOn, seenFrom, turnTo, type Turning } from '../../../src/engine/performer/turning.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import { millis, type Millis, sessionTime } from '../../../src/engine/units.ts';

/** The figure between two exercises: how it sits, where it is seen from, and when. */
export interface Sitting {
  readonly performer: Performer;
  readonly turning: Turning;
  readonly at: Millis;
}

/** One frame: what the figure did, and what was asked of it. */
export interface Moment {
  readonly at: number;
  readonly jointAngles: FullJointAngles;
  readonly coaching: Coaching;
}

/** The result of a run in which the figure follows the coach. */
export interface Looped {
  readonly events: readonly CoachingEvent[];
  readonly moments: readonly Moment[];
  /** Duration, ms. */
  readonly lasted: number;
  readonly sitting: Sitting;
}

/** Options of a run. */
export interface LoopOptions {
  /** How the figure sits before the run; by default as if it had just sat down. */
  readonly sitting?: Sitting;
  readonly variation?: Variation | undefined;
  /** The run is aborted after this time, ms. */
  readonly atMost?: number;
  /** Changes the coach's state before a frame, as a user's request does. */
  readonly before?: (state: CoachState, at: Millis) => CoachState;
  /** How the user corrects the count before a frame; `undefined` for not at all. */
  readonly correcting?: (state: CoachState) => CorrectionBy | undefined;
  /** Changes a pose on its way to the coach. */
  readonly through?: (pose: TimedPose) => TimedPose;
}

/** Frame interval, ms: twenty frames a second, as the figure is drawn. */
const step = 50;

/** The figure performs what the coach asks, and the coach judges its true keypoints, until the session ends. */
export const loop = (plan: Plan, options: LoopOptions = {}): Looped => {
  const { sitting, variation, atMost = 300_000, before = (state) => state, through = (pose) => pose } = options;
  const begins = sitting?.at ?? 0;
  let performer = sitting?.performer ?? sitDown(millis(begins));
  let turning = sitting?.turning ?? seenFrom(plan.view);
  let state = begin(plan);
  let heard: readonly CoachingEvent[] = [];
  const events: CoachingEvent[] = [];
  const moments: Moment[] = [];
  let at = 0;
  for (; state.stage.is !== 'ended' && at < atMost; at += step) {
    const now = millis(begins + at);
    const { coaching } = state;
    const [moved, jointAngles] = perform(performer, { plan, coaching, events: heard, variation }, now);
    performer = moved;
    if (isAtRest(performer, now)) turning = turnTo(turning, plan.view, now);
    moments.push({ at, jointAngles, coaching });
    const pose = posesThrough(poseBody(jointAngles, adult), cameraOn(turning, now), sessionTime(at));
    const by = options.correcting?.(state);
    const asked = before(state, millis(at));
    const [corrected, told] = by ? correctCount(plan, asked, by, millis(at)) : [asked, []];
    const [next, , happened] = advance(plan, corrected, through(pose));
    state = next;
    heard = [...told, ...happened];
    events.push(...heard);
  }
  return { events, moments, lasted: at, sitting: { performer, turning, at: millis(begins + at) } };
};
