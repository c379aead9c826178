import type { Millis } from '../units.ts';
import type { LastSeen } from './last-seen.ts';
import { keypointOn, type KeypointName, type Keypoints, type PairedPart } from './keypoints.ts';

/*
 * Pose models sometimes swap left and right for some frames (openpose#865). A pair is swapped back if that cuts the
 * jump from its last place by half; after a second of repair the model's own labels are accepted.
 */

const pairs: readonly PairedPart[] = ['eye', 'ear', 'shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'];
/** How long a last place is compared with, ms. */
const memory = 300;
/** The longest time for which the model's labels are overruled, ms. */
const longestRepair = 1000;

/** The time since which each pair has been swapped back. */
export type SwapState = ReadonlyMap<PairedPart, Millis>;

/** Swaps back the pairs that changed sides; returns the next state and the repaired keypoints. */
export const repairSwaps = (
  state: SwapState,
  keypoints: Keypoints,
  last: ReadonlyMap<KeypointName, LastSeen>,
  at: Millis,
): readonly [SwapState, Keypoints] => {
  const next = new Map<PairedPart, Millis>();
  let repaired = keypoints;
  for (const part of pairs) {
    const since = state.get(part) ?? at;
    if (!isSwapped(part, keypoints, last, at) || at - since > longestRepair) continue;
    next.set(part, since);
    const [left, right] = [keypointOn('left', part), keypointOn('right', part)];
    repaired = { ...repaired, [left]: keypoints[right], [right]: keypoints[left] };
  }
  return [next, repaired];
};

const isSwapped = (
  part: PairedPart,
  keypoints: Keypoints,
  last: ReadonlyMap<KeypointName, LastSeen>,
  at: Millis,
): boolean => {
  const [leftName, rightName] = [keypointOn('left', part), keypointOn('right', part)];
  const [left, right] = [keypoints[leftName], keypoints[rightName]];
  const [lastLeft, lastRight] = [last.get(leftName), last.get(rightName)];
  if (left.score === 0 || right.score === 0 || !lastLeft || !lastRight) return false;
  if (at - lastLeft.at > memory || at - lastRight.at > memory) return false;
  const jump = (a: LastSeen, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);
  const asLabelled = jump(lastLeft, left) + jump(lastRight, right);
  const swapped = jump(lastLeft, right) + jump(lastRight, left);
  const apart = Math.hypot(lastLeft.x - lastRight.x, lastLeft.y - lastRight.y);
  return swapped < asLabelled / 2 && asLabelled > apart;
};
