import { middle } from '../kinematics/plane.ts';
import { isUsable, sightedBody } from '../kinematics/sighted-body.ts';
import { frontOn } from '../pose/orientation.ts';
import type { KeypointName, Keypoints } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import { millis, type Millis } from '../units.ts';
import { trunkShareIn } from './framing.ts';
import type { HintId } from './hints.ts';

/*
 * Advice while setting up: what would let more be seen, and is in nobody's way. It is given while set-up has nothing more
 * important to say, one piece at a time and each for some seconds: whoever cannot change it goes on.
 */

/**
 * A trunk that fills less of the picture's height than this is too far: of the 480 rows of a usual camera it has 53 then, which is
 * what MoveNet looks at; from further away it sees a picture blown up. Inside 2.2 m nobody of 1.50 m or more is that small, even at a
 * vertical angle of view of 80 degrees (0.117); an adult of 1.70 m is from 2.7 m at 80, 3.5 m at 65 and 4.8 m at 50 (figure).
 */
const trunkFrom = 0.11;

/**
 * Where in the picture's height the shoulders may be, from its top. Before a level lens at the height of the shoulders they are in
 * the middle, before one a hand above (0.18 m) at 0.60 (figure at two metres, 50 degrees). At 0.34 the lens is 0.3 m too low, at 0.75
 * 0.3 m too high, or tilted: a picture cannot tell these apart, and either helps. There the head or the hips reach the edge.
 */
const shouldersFrom = 0.34;
const shouldersUpTo = 0.75;

/** A head this near to the picture's upper edge is cut off, as a share of its height. */
const headFrom = 0.02;

/**
 * Less mean luma than this is too dark, 0-1. The detector brightens what it looks at, but no more than twice: below 0.2 it then still
 * lies in the 0.27-0.42 of a dim evening, at which sets were lost before it did (films of the figure; daylight is 0.5-0.7).
 */
const lightFrom = 0.2;

/** Fewer poses a second than this are too few, taken over so long, ms. */
const leastRate = 8;
const rateOver = 2000;

/** A piece of advice is given for this long in all, ms: time to read it, and to begin to do something about it. */
const givenFor = 4000;

/** What advising remembers. */
export interface Advising {
  /** Since when poses have come without a pause, and when they came lately. */
  readonly since: Millis;
  readonly lately: readonly Millis[];
  /** For how long each piece of advice was given, ms. */
  readonly given: ReadonlyMap<HintId, Millis>;
  /** What is to be shown now. */
  readonly hint: HintId | undefined;
}

/** Before the first pose. */
export const unadvised: Advising = { since: millis(0), lately: [], given: new Map(), hint: undefined };

/** Advises on a cleaned pose; `wanted` is what set-up has to say itself, and `isOpen` whether it would listen to advice. */
export const advise = (
  before: Advising,
  pose: TimedPose,
  { wanted, isOpen }: { readonly wanted: HintId | undefined; readonly isOpen: boolean },
): Advising => {
  const timed = withPose(before, pose.at);
  // Nobody is seen where it is dark, whoever is there.
  if (wanted === 'step-into-view' && isDark(pose)) return { ...timed, hint: 'more-light' };
  if (wanted !== undefined || !isOpen) return { ...timed, hint: wanted };
  const hint = adviceOn(pose, isSlow(timed, pose.at)).find((id) => (timed.given.get(id) ?? 0) < givenFor);
  if (hint === undefined) return { ...timed, hint };
  const sincePose = pose.at - (before.lately.at(-1) ?? pose.at);
  return { ...timed, hint, given: new Map(timed.given).set(hint, millis((timed.given.get(hint) ?? 0) + sincePose)) };
};

const withPose = (before: Advising, at: Millis): Advising => {
  const last = before.lately.at(-1);
  const isAfterPause = last === undefined || at - last > rateOver;
  return {
    ...before,
    since: isAfterPause ? at : before.since,
    lately: isAfterPause ? [at] : [...before.lately.filter((time) => at - time < rateOver), at],
  };
};

const isSlow = ({ since, lately }: Advising, at: Millis): boolean =>
  at - since >= rateOver && lately.length < (leastRate * rateOver) / 1000;

const isDark = ({ light }: TimedPose): boolean => light !== undefined && light < lightFrom;

/** All that would help, most useful first. */
const adviceOn = (pose: TimedPose, isTooSlow: boolean): readonly HintId[] => {
  const { keypoints, frame } = pose;
  const share = trunkShareIn(pose);
  const shoulders = shoulderHeightIn(keypoints) / frame.height;
  const advice: readonly (readonly [HintId, boolean])[] = [
    ['come-closer', share > 0 && share < trunkFrom],
    ['show-head', isHeadCutOff(pose)],
    ['show-hips', !isUsable(keypoints, 'left_hip') && !isUsable(keypoints, 'right_hip')],
    ['raise-the-camera', shoulders < shouldersFrom],
    ['lower-the-camera', shoulders > shouldersUpTo],
    ['more-light', isDark(pose)],
    ['too-slow', isTooSlow],
  ];
  return advice.filter(([, applies]) => applies).map(([id]) => id);
};

const head: readonly KeypointName[] = ['nose', 'left_ear', 'right_ear', 'left_eye', 'right_eye'];

/** Whether nothing of the head is seen, or it reaches the picture's upper edge. */
const isHeadCutOff = ({ keypoints, frame }: TimedPose): boolean => {
  const seen = head.filter((name) => isUsable(keypoints, name));
  return seen.length === 0 || seen.some((name) => keypoints[name].y < headFrom * frame.height);
};

/** How far below the picture's top the shoulders are, pixels; NaN where neither is seen. */
const shoulderHeightIn = (keypoints: Keypoints): number => {
  const body = sightedBody(keypoints, frontOn);
  const [left, right] = [body.at('left', 'shoulder'), body.at('right', 'shoulder')];
  return (left && right ? middle(left, right) : (left ?? right))?.y ?? NaN;
};
