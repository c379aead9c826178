import { describe, expect, it } from 'vitest';
import { clean, uncleaned, type CleaningState } from '../../../src/engine/pose/cleaning.ts';
import { keypointsFrom, type Keypoint, type KeypointName, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import type { Scale } from '../../../src/engine/pose/plausibility.ts';
import { frontOn } from '../../../src/engine/pose/orientation.ts';
import { sessionTime } from '../../../src/engine/units.ts';

const place: Partial<Record<KeypointName, readonly [number, number]>> = {
  left_shoulder: [300, 150],
  right_shoulder: [200, 150],
  left_elbow: [310, 230],
  right_elbow: [190, 230],
  left_wrist: [310, 300],
  right_wrist: [190, 300],
};
const still = keypointsFrom((name) => {
  const [x, y] = place[name] ?? [250, 100];
  return { x, y, score: 0.8 };
});
const scale: Scale = { pixelsPerMetre: 280, upperArm: { left: 80, right: 80 }, forearm: { left: 70, right: 70 } };

/** Cleans frames 33 ms apart; returns the last. */
const cleaned = (frames: readonly Keypoints[], size?: Scale): Keypoints => {
  let state: CleaningState = uncleaned;
  let last = frames[0] ?? still;
  for (const [index, keypoints] of frames.entries()) {
    const [next, pose] = clean(
      state,
      { at: sessionTime(index * 33), frame: { width: 480, height: 360 }, keypoints },
      size && { scale: size, place: undefined, orientation: frontOn },
    );
    state = next;
    last = pose.keypoints;
  }
  return last;
};
const withOne = (name: KeypointName, change: Partial<Keypoint>): Keypoints => ({
  ...still,
  [name]: { ...still[name], ...change },
});
const times = (count: number, keypoints: Keypoints): readonly Keypoints[] =>
  Array.from({ length: count }, () => keypoints);

describe('a duplicate wrist', () => {
  const doubled = (score: number, away = 4): Keypoints => ({
    ...still,
    left_wrist: { x: 250, y: 180, score: 0.6 },
    right_wrist: { x: 250 - away, y: 180, score },
  });

  it('is discarded where it scores much less than the wrist that is seen there', () => {
    const keypoints = cleaned(times(20, doubled(0.3)), scale);
    expect(keypoints.right_wrist.score).toBe(0);
    expect(keypoints.left_wrist.score).toBe(0.6);
  });

  it('is discarded where it jumped there, as long as it stays, whatever its score', () => {
    const [apart, together] = [doubled(0.6, 50), doubled(0.6)];
    for (const frames of [1, 40])
      expect(cleaned([...times(10, apart), ...times(frames, together)], scale).right_wrist.score).toBe(0);
    expect(cleaned([...times(10, apart), ...times(40, together), apart], scale).right_wrist.score).toBe(0.6);
  });

  it('is no duplicate where it moved there continuously', () => {
    const nearer = Array.from({ length: 24 }, (_, index) => doubled(0.6, 50 - 2 * index));
    expect(cleaned([...nearer, ...times(20, doubled(0.6))], scale).right_wrist.score).toBe(0.6);
  });

  it('is no duplicate where both are seen equally well, they are apart, or the user is not known yet', () => {
    expect(cleaned(times(20, doubled(0.45)), scale).right_wrist.score).toBe(0.45);
    expect(cleaned(times(20, doubled(0.3, 20)), scale).right_wrist.score).toBe(0.3);
    expect(cleaned(times(20, doubled(0.3))).right_wrist.score).toBe(0.3);
  });
});

describe('the gate', () => {
  it('admits a keypoint from a quarter and keeps it down to 0.15', () => {
    expect(cleaned(times(3, withOne('left_elbow', { score: 0.23 }))).left_elbow.score).toBe(0);
    expect(cleaned([still, ...times(30, withOne('left_elbow', { score: 0.22 }))]).left_elbow.score).toBe(0.22);
    expect(cleaned([still, ...times(30, withOne('left_elbow', { score: 0.12 }))]).left_elbow.score).toBe(0);
  });

  it('does not lose a keypoint to one bad score, nor keep one with a score of zero', () => {
    expect(cleaned([...times(10, still), withOne('left_elbow', { score: 0.15 })]).left_elbow.score).toBe(0.15);
    expect(cleaned([...times(10, still), withOne('left_elbow', { score: 0.02 })]).left_elbow.score).toBe(0);
  });

  it('treats a keypoint that is not a number as not found', () => {
    expect(cleaned([withOne('nose', { x: NaN })]).nose).toEqual({ x: 0, y: 0, score: 0 });
  });
});

describe('left and right', () => {
  const swapped = { ...still, left_elbow: still.right_elbow, right_elbow: still.left_elbow };

  it('swaps a pair back that changed sides from one frame to the next', () => {
    const repaired = cleaned([still, still, swapped]);
    expect(repaired.left_elbow.x).toBe(still.left_elbow.x);
    expect(repaired.right_elbow.x).toBe(still.right_elbow.x);
  });

  it('accepts the labels again after a second', () => {
    expect(cleaned([still, ...times(40, swapped)]).left_elbow.x).toBe(still.right_elbow.x);
  });
});

describe('plausibility', () => {
  it('drops a keypoint that jumps faster than a body moves, for a while', () => {
    const jumped = withOne('left_elbow', { x: 345, y: 215 });
    expect(cleaned([still, still, jumped], scale).left_elbow.score).toBe(0);
    expect(cleaned([still, still, ...times(12, jumped)], scale).left_elbow.score).toBeGreaterThan(0);
  });

  it('drops an elbow further from its shoulder than the upper arm is long', () => {
    expect(cleaned(times(20, withOne('left_elbow', { y: 260 })), scale).left_elbow.score).toBe(0);
    expect(cleaned(times(20, withOne('left_elbow', { y: 170 })), scale).left_elbow.score).toBeGreaterThan(0);
  });

  it('judges nothing before the user is known', () => {
    expect(cleaned([still, withOne('left_elbow', { y: 350 })]).left_elbow.score).toBe(0.8);
  });
});

describe('a keypoint that is not in the picture', () => {
  it.each([
    ['below it', { y: 361 }],
    ['on its lowest rows, where guesses gather', { y: 356 }],
    ['above it', { y: -1 }],
    ['beside it', { x: 480 }],
    ['beside it', { x: -3 }],
  ])('is not used, whatever its score: %s', (_, change) => {
    const keypoints = cleaned(times(10, withOne('left_hip', { ...change, score: 0.9 })));
    expect(keypoints.left_hip.score).toBe(0);
    expect(keypoints.right_hip.score).toBeGreaterThan(0);
  });

  it('is used up to its edges', () => {
    for (const change of [{ y: 350 }, { y: 0 }, { x: 0 }, { x: 479 }])
      expect(cleaned(times(10, withOne('left_hip', change))).left_hip.score).toBeGreaterThan(0);
  });
});
