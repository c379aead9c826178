import type { Millis } from '../units.ts';
import { withoutDuplicateWrists } from './duplicate-wrists.ts';
import { byKeypoint, keypointNames, keypointsFrom, type Keypoint, type KeypointName } from './keypoints.ts';
import type { LastSeen } from './last-seen.ts';
import { isPlausible, type Scale } from './plausibility.ts';
import type { Orientation } from './orientation.ts';
import type { FrameSize, TimedPose } from './pose.ts';
import { isSamePerson, type Place } from './same-person.ts';
import { repairSwaps, type SwapState } from './swaps.ts';

/*
 * Turns MoveNet's keypoints into usable ones: gate by score, discard duplicate wrists (front view), repair left-right
 * swaps, discard implausible limbs. A keypoint that must not be used has score 0.
 */

/**
 * The gate opens at the first smoothed score and closes below the second. The model page and Sports2D recommend 0.3;
 * but on films of the figure the near elbow overhead scores 0.23-0.36 from the side, in dim light 0.17-0.24, and is
 * within five degrees of the truth. The elbow of a black suit in front of its own trunk scores 0.15-0.32 (MoveNet
 * Thunder) and is at most a hand's width off.
 */
const gateOn = 0.25;
const gateOff = 0.15;
/** A single score below this closes the gate, however high the scores before it: the model saw nothing there. */
const nothing = 0.1;
/** Time constant of the score smoothing, ms: scores jump from frame to frame. */
const memory = 200;

/** A keypoint's smoothed score, its time, and whether the gate is open. */
interface Gate {
  readonly score: number;
  readonly at: Millis;
  readonly isOpen: boolean;
}

type Gates = Readonly<Record<KeypointName, Gate | undefined>>;

/** The state of the cleaning between two frames. */
export interface CleaningState {
  readonly gates: Gates;
  readonly last: ReadonlyMap<KeypointName, LastSeen>;
  readonly swaps: SwapState;
}

/** The state before the first frame. */
export const uncleaned: CleaningState = { gates: byKeypoint(() => undefined), last: new Map(), swaps: new Map() };

const unusable = (keypoint: Keypoint): Keypoint => {
  if (!isFinitePoint(keypoint)) return { x: 0, y: 0, score: 0 };
  return keypoint.score === 0 ? keypoint : { x: keypoint.x, y: keypoint.y, score: 0 };
};

const isFinitePoint = ({ x, y, score }: Keypoint): boolean =>
  Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(score);

/**
 * A keypoint outside the picture is a guess, and so is one on its lower edge, as a share of its height: of a user at a
 * desk, MoveNet places hips up to 40 of 360 rows below the picture with scores of 0.2-0.8, and elbows that are 50-120
 * rows below it on its last five rows (figure, 0.6-0.95 m).
 */
const lowerEdge = 0.015;

const isInPicture = ({ x, y }: Keypoint, { width, height }: FrameSize): boolean =>
  x >= 0 && x < width && y >= 0 && y < (1 - lowerEdge) * height;

const scoreAfter = (gate: Gate | undefined, score: number, at: Millis): number => {
  if (!gate) return score;
  return score + (gate.score - score) * Math.exp(-Math.max(0, at - gate.at) / memory);
};

const gateAfter = (gate: Gate | undefined, keypoint: Keypoint, frame: FrameSize, at: Millis): Gate => {
  if (!isFinitePoint(keypoint) || !isInPicture(keypoint, frame) || keypoint.score < nothing)
    return { score: 0, at, isOpen: false };
  const score = scoreAfter(gate, keypoint.score, at);
  return { score, at, isOpen: score >= (gate?.isOpen ? gateOff : gateOn) };
};

/** What is known of the user once neutral is taken. */
export interface KnownPerson {
  readonly scale: Scale | undefined;
  readonly place: Place | undefined;
  readonly orientation: Orientation;
}

/**
 * Cleans one pose; returns the next state and the pose. In a pose of a person other than the user, every score is 0.
 */
export const clean = (
  state: CleaningState,
  pose: TimedPose,
  person?: KnownPerson,
): readonly [CleaningState, TimedPose] => {
  const gates = byKeypoint((name) => gateAfter(state.gates[name], pose.keypoints[name], pose.frame, pose.at));
  const gated = keypointsFrom((name) => (gates[name].isOpen ? pose.keypoints[name] : unusable(pose.keypoints[name])));
  if (person?.place && !isSamePerson(gated, person.place, person.orientation, state.last, pose.at))
    return [
      { ...state, gates },
      { ...pose, keypoints: keypointsFrom((name) => unusable(pose.keypoints[name])) },
    ];
  const isFront = person?.scale !== undefined && person.orientation.view === 'front';
  const single = isFront ? withoutDuplicateWrists(gated, state.last, person.scale.pixelsPerMetre) : gated;
  const [swaps, repaired] = repairSwaps(state.swaps, single, state.last, pose.at);
  const keypoints = keypointsFrom((name) =>
    isPlausible(name, repaired, state.last.get(name), pose.at, person?.scale)
      ? repaired[name]
      : unusable(repaired[name]),
  );
  const last = new Map<KeypointName, LastSeen>();
  for (const name of keypointNames) {
    const { x, y, score } = keypoints[name];
    const seen = score > 0 ? { at: pose.at, x, y } : state.last.get(name);
    if (seen) last.set(name, seen);
  }
  return [
    { gates, last, swaps },
    { ...pose, keypoints },
  ];
};
