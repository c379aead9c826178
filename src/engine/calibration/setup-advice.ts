import { middle } from '../kinematics/plane.ts';
import { isUsable, sightedBody } from '../kinematics/sighted-body.ts';
import { frontOn } from '../pose/orientation.ts';
import type { KeypointName, Keypoints } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import { latest } from '../pose/latest.ts';
import { millis, type Millis } from '../units.ts';
import type { JudgedAt } from '../rules/plan.ts';
import { trunkShareIn } from './framing.ts';
import type { HintId } from '../exercise/hints.ts';

/*
 * Set-up advice: what would make more of the user visible. It is non-blocking. It is given when set-up has no more
 * important hint, one piece at a time and each for some seconds; set-up continues if the user cannot follow it.
 */

/**
 * A trunk that fills less of the picture's height than this is too far away. It then has 53 of the 480 rows of a usual
 * camera, which is what MoveNet sees at its own resolution; from further away its input is enlarged. Within 2.2 m no
 * person of 1.50 m or more is that small, even at a vertical angle of view of 80 degrees (0.117); an adult of 1.70 m is
 * from 2.7 m at 80, 3.5 m at 65 and 4.8 m at 50 (figure).
 */
const trunkFrom = 0.11;

/**
 * Where in the picture's height the shoulders may be, from its top. Before a level lens at the height of the shoulders
 * they are in the middle, before one a hand above (0.18 m) at 0.60 (figure at two metres, 50 degrees). At 0.34 the lens
 * is 0.3 m too low, at 0.75 0.3 m too high, or it is tilted: a picture cannot distinguish these, and correcting either
 * helps. There, the head or the hips reach the edge.
 */
const shouldersFrom = 0.34;
/** At a desk only the head and the shoulders must be in the picture. */
const shouldersUpTo: Readonly<Record<JudgedAt, number>> = { room: 0.75, desk: 0.9 };

/** A head this near to the picture's upper edge is cut off, as a share of its height. */
const headFrom = 0.02;

/**
 * A mean luma below this is too dark, 0-1. The detector brightens its input, but at most twofold: below 0.2 the result
 * is still in the 0.27-0.42 of a dim evening, at which sets were lost before brightening (films of the figure; daylight
 * is 0.5-0.7).
 */
const lightFrom = 0.2;

/** Fewer poses per second than `leastRate`, over `rateOver` ms, are too few. */
const leastRate = 8;
const rateOver = 2000;

/** A picture of one colour is reported after this time, ms: a camera that starts up may show black for a second. */
const plainFor = 2000;

/** The total time for which a piece of advice is given, ms: time to read it and to begin to act on it. */
const givenFor = 4000;

/**
 * Arms that are not read as hanging after they were asked for this long, ms, may hang where the camera does not show them: a
 * black sleeve before a black trunk was read as a raised arm all the while (a rigged body, Lightning). Both hints then take
 * turns, each for this long: time to hear it and to act on it.
 */
const heededIn = 8000;

/** The state of advising. */
export interface Advising {
  /** Since when poses have come without a pause, and the recent ones. */
  readonly since: Millis;
  readonly lately: readonly Arrival[];
  /** Since when the picture has had one colour. */
  readonly plainSince: Millis | undefined;
  /** For how long each piece of advice was given, ms. */
  readonly given: ReadonlyMap<HintId, Millis>;
  /** The hint to show now. */
  readonly hint: HintId | undefined;
}

/** When a pose came, how many pictures the camera had shown since the one before, and whether some were left out. */
type Arrival = Pick<TimedPose, 'arrived' | 'hasSpared'> & { readonly at: Millis };

/** The state before the first pose. */
export const unadvised: Advising = {
  since: millis(0),
  lately: [],
  plainSince: undefined,
  given: new Map(),
  hint: undefined,
};

/** What advice depends on besides the pose. */
export interface AdviceSetting {
  /** The hint of set-up itself. */
  readonly wanted: HintId | undefined;
  /** Whether advice may be given. */
  readonly isOpen: boolean;
  /** Whether judging waits for a user who is out of sight. */
  readonly isWaiting?: boolean;
  readonly judgedAt: JudgedAt;
}

/** Advises on a cleaned pose. */
export const advise = (
  before: Advising,
  pose: TimedPose,
  { wanted, isOpen, isWaiting = false, judgedAt }: AdviceSetting,
): Advising => {
  const timed = withPose(before, pose);
  if (pose.isUnread === true) return giving(before, timed, pose.at, ['unread']);
  const isUnseen = isWaiting || wanted === 'step-into-view';
  // No user can be in such a picture, and neither moving nor light would help.
  if (isUnseen && isCovered(timed, pose.at)) return { ...timed, hint: 'uncover-the-camera' };
  // In the dark, a user who is there is not detected.
  if (wanted === 'step-into-view' && isDark(pose)) return { ...timed, hint: 'more-light' };
  if (wanted === 'let-arms-hang') return askingToHang(before, timed, pose.at);
  if (wanted !== undefined || !isOpen) return { ...timed, hint: wanted };
  return giving(before, timed, pose.at, adviceOn(pose, judgedAt, slownessOf(timed, pose.at)));
};

/** Gives the first piece of advice that was not given long enough. */
const giving = (before: Advising, timed: Advising, at: Millis, advice: readonly HintId[]): Advising => {
  const hint = advice.find((id) => (timed.given.get(id) ?? 0) < givenFor);
  return hint === undefined ? { ...timed, hint } : { ...timed, hint, given: givenAlso(hint, before, timed, at) };
};

/** How long each hint was given, with this one since the pose before. */
const givenAlso = (hint: HintId, before: Advising, timed: Advising, at: Millis): Advising['given'] => {
  const sincePose = at - (before.lately.at(-1)?.at ?? at);
  return new Map(timed.given).set(hint, millis((timed.given.get(hint) ?? 0) + sincePose));
};

/** Asks for hanging arms and, where that was in vain, for arms that are easier to see, in turns. */
const askingToHang = (before: Advising, timed: Advising, at: Millis): Advising => {
  const given = givenAlso('let-arms-hang', before, timed, at);
  const turn = Math.floor((given.get('let-arms-hang') ?? 0) / heededIn);
  return { ...timed, hint: turn % 2 === 0 ? 'let-arms-hang' : 'arms-hard-to-see', given };
};

const withPose = (before: Advising, { at, arrived, hasSpared, isPlain }: TimedPose): Advising => {
  const last = before.lately.at(-1)?.at;
  const isAfterPause = last === undefined || at - last > rateOver;
  return {
    ...before,
    since: isAfterPause ? at : before.since,
    lately: [
      ...(isAfterPause ? [] : latest(before.lately, (pose) => at - pose.at < rateOver)),
      { at, arrived, hasSpared },
    ],
    plainSince: isPlain === true ? ((isAfterPause ? undefined : before.plainSince) ?? at) : undefined,
  };
};

const isCovered = ({ plainSince }: Advising, at: Millis): boolean =>
  plainSince !== undefined && at - plainSince >= plainFor;

/** The fewest poses, or pictures, over `rateOver`. */
const fewest = (leastRate * rateOver) / 1000;

/**
 * Where too few poses come, and not on purpose, whether the camera or the detector is slow; the detector where pictures are
 * not counted.
 */
const slownessOf = ({ since, lately }: Advising, at: Millis): 'slow-camera' | 'too-slow' | undefined => {
  if (at - since < rateOver || lately.length >= fewest || lately.some(({ hasSpared }) => hasSpared)) return undefined;
  const arrived = lately.reduce((sum, pose) => sum + (pose.arrived ?? Infinity), 0);
  return arrived < fewest ? 'slow-camera' : 'too-slow';
};

const isDark = ({ light }: TimedPose): boolean => light !== undefined && light < lightFrom;

/** All advice that applies, most useful first. */
const adviceOn = (pose: TimedPose, judgedAt: JudgedAt, slowness: ReturnType<typeof slownessOf>): readonly HintId[] => {
  const { keypoints, frame } = pose;
  const share = trunkShareIn(pose);
  const shoulders = shoulderHeightIn(keypoints) / frame.height;
  const advice: readonly (readonly [HintId, boolean])[] = [
    ['come-closer', share > 0 && share < trunkFrom],
    ['show-head', isHeadCutOff(pose)],
    ['show-hips', judgedAt === 'room' && !isUsable(keypoints, 'left_hip') && !isUsable(keypoints, 'right_hip')],
    ['raise-the-camera', shoulders < shouldersFrom],
    ['lower-the-camera', shoulders > shouldersUpTo[judgedAt]],
    ['more-light', isDark(pose)],
    ['slow-camera', slowness === 'slow-camera'],
    ['too-slow', slowness === 'too-slow'],
  ];
  return advice.filter(([, applies]) => applies).map(([id]) => id);
};

const head: readonly KeypointName[] = ['nose', 'left_ear', 'right_ear', 'left_eye', 'right_eye'];

/** Whether no part of the head is seen, or the head reaches the picture's upper edge. */
const isHeadCutOff = ({ keypoints, frame }: TimedPose): boolean => {
  const seen = head.filter((name) => isUsable(keypoints, name));
  return seen.length === 0 || seen.some((name) => keypoints[name].y < headFrom * frame.height);
};

/** The distance of the shoulders from the picture's top, pixels; NaN if neither is seen. */
const shoulderHeightIn = (keypoints: Keypoints): number => {
  const body = sightedBody(keypoints, frontOn);
  const [left, right] = [body.at('left', 'shoulder'), body.at('right', 'shoulder')];
  return (left && right ? middle(left, right) : (left ?? right))?.y ?? NaN;
};
