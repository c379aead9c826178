import { keypointNames, keypointsFrom, type Keypoint, type KeypointName, type Keypoints } from './keypoints.ts';
import type { LastSeen } from './last-seen.ts';
import { isPlausible, type Scale } from './plausibility.ts';
import type { TimedPose } from './pose.ts';
import { repairSwaps, type SwapState } from './swaps.ts';

/*
 * From MoveNet's keypoints to keypoints that may be used: gate by score, repair left-right swaps, drop implausible
 * limbs. What must not be used has score 0.
 */

/** Usable from this score on, lost below the other (model page and Sports2D recommend 0.3; the gap keeps it steady). */
const gateOn = 0.35;
const gateOff = 0.25;

/** What the cleaning remembers between two frames. */
export interface CleaningState {
  readonly open: ReadonlySet<KeypointName>;
  readonly last: ReadonlyMap<KeypointName, LastSeen>;
  readonly swaps: SwapState;
}

/** Nothing remembered. */
export const uncleaned: CleaningState = { open: new Set(), last: new Map(), swaps: new Map() };

const unusable = (keypoint: Keypoint): Keypoint => ({ x: keypoint.x, y: keypoint.y, score: 0 });

const isFinitePoint = ({ x, y, score }: Keypoint): boolean =>
  Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(score);

const gate = (keypoints: Keypoints, open: ReadonlySet<KeypointName>): Keypoints =>
  keypointsFrom((name) => {
    const keypoint = keypoints[name];
    if (!isFinitePoint(keypoint)) return { x: 0, y: 0, score: 0 };
    return keypoint.score >= (open.has(name) ? gateOff : gateOn) ? keypoint : unusable(keypoint);
  });

/** Cleans one pose; `scale` is the person's own, once neutral is known. */
export const clean = (
  state: CleaningState,
  pose: TimedPose,
  scale: Scale | undefined,
): readonly [CleaningState, TimedPose] => {
  const gated = gate(pose.keypoints, state.open);
  const open = new Set(keypointNames.filter((name) => gated[name].score > 0));
  const [swaps, repaired] = repairSwaps(state.swaps, gated, state.last, pose.at);
  const keypoints = keypointsFrom((name) =>
    isPlausible(name, repaired, state.last.get(name), pose.at, scale) ? repaired[name] : unusable(repaired[name]),
  );
  const last = new Map(state.last);
  for (const name of keypointNames) {
    const { x, y, score } = keypoints[name];
    if (score > 0) last.set(name, { at: pose.at, x, y });
  }
  return [
    { open, last, swaps },
    { ...pose, keypoints },
  ];
};
