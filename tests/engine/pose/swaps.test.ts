import { describe, expect, it } from 'vitest';
import { keypointsFrom, type KeypointName, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import type { LastSeen } from '../../../src/engine/pose/last-seen.ts';
import { repairSwaps, type SwapState } from '../../../src/engine/pose/swaps.ts';
import { millis } from '../../../src/engine/units.ts';

const places: Partial<Record<KeypointName, readonly [number, number]>> = {
  left_shoulder: [300, 150],
  right_shoulder: [200, 150],
  left_wrist: [310, 300],
  right_wrist: [190, 300],
};
const labelled = keypointsFrom((name) => {
  const [x, y] = places[name] ?? [250, 100];
  return { x, y, score: 0.8 };
});

const swapped = (keypoints: Keypoints, ...parts: readonly ('shoulder' | 'wrist')[]): Keypoints =>
  parts.reduce<Keypoints>(
    (all, part) => ({
      ...all,
      [`left_${part}`]: keypoints[`right_${part}`],
      [`right_${part}`]: keypoints[`left_${part}`],
    }),
    keypoints,
  );

/** The last position of each keypoint, seen at this time. */
const seenAt = (at: number, keypoints = labelled): ReadonlyMap<KeypointName, LastSeen> =>
  new Map(
    (Object.keys(keypoints) as KeypointName[]).map((name) => {
      const { x, y } = keypoints[name];
      return [name, { at: millis(at), x, y }];
    }),
  );

const repaired = (keypoints: Keypoints, last = seenAt(0), at = 33): Keypoints =>
  repairSwaps(new Map(), keypoints, last, millis(at))[1];

describe('a pair that changed sides from one frame to the next', () => {
  it('is given back its sides, and no other pair is touched', () => {
    expect(repaired(swapped(labelled, 'wrist'))).toEqual(labelled);
    expect(repaired(swapped(labelled, 'wrist', 'shoulder'))).toEqual(labelled);
    expect(repaired(labelled)).toEqual(labelled);
  });

  it('keeps the labels of the model where one of the two was not found', () => {
    const half = swapped(labelled, 'wrist');
    const lost = { ...half, left_wrist: { ...half.left_wrist, score: 0 } };
    expect(repaired(lost)).toEqual(lost);
  });

  it('keeps the labels of the model where the pair was last seen more than 0.3 s ago, or never', () => {
    const given = swapped(labelled, 'wrist');
    expect(repaired(given, seenAt(0), 300)).toEqual(labelled);
    expect(repaired(given, seenAt(0), 301)).toEqual(given);
    expect(repaired(given, new Map())).toEqual(given);
  });

  it('keeps the labels of the model where the two are so close that neither order is likelier', () => {
    const together = {
      ...labelled,
      left_wrist: { x: 252, y: 300, score: 0.8 },
      right_wrist: { x: 248, y: 300, score: 0.8 },
    };
    const given = swapped(together, 'wrist');
    // Both moved on by ten pixels since: with swapped labels the jump is 20.4 instead of 21.5, which is not half.
    const down = keypointsFrom((name) => ({ ...given[name], y: given[name].y + 10 }));
    expect(repaired(down, seenAt(0, together))).toEqual(down);
  });

  it('keeps the labels of the model where the hands truly pass each other on the way', () => {
    const crossing = {
      ...labelled,
      left_wrist: { x: 240, y: 300, score: 0.8 },
      right_wrist: { x: 260, y: 300, score: 0.8 },
    };
    const before = seenAt(0, {
      ...labelled,
      left_wrist: { x: 260, y: 300, score: 0.8 },
      right_wrist: { x: 240, y: 300, score: 0.8 },
    });
    const [state, given] = repairSwaps(new Map(), crossing, before, millis(33));
    // Two frames cannot tell a crossing from a swap; the labels win after a second.
    expect(state.has('wrist')).toBe(true);
    expect(given.left_wrist.x).toBe(260);
    const after = repairSwaps(new Map([['wrist', millis(33)]]), crossing, seenAt(1000, labelled), millis(1034));
    expect(after[1]).toEqual(crossing);
  });
});

describe('a pair that stays swapped', () => {
  /** The model gives swapped wrists for this time, ten frames a second; returns the last frame, cleaned. */
  const after = (ms: number): Keypoints => {
    let state: SwapState = new Map();
    let given = labelled;
    for (let at = 100; at <= ms; at += 100)
      [state, given] = repairSwaps(state, swapped(labelled, 'wrist'), seenAt(at - 100), millis(at));
    return given;
  };

  it('is repaired for a second; then the labels of the model are accepted', () => {
    expect(after(1100).left_wrist.x).toBe(310);
    expect(after(1200).left_wrist.x).toBe(190);
  });

  it('is forgotten once the labels are right again', () => {
    const [first] = repairSwaps(new Map(), swapped(labelled, 'wrist'), seenAt(0), millis(100));
    expect([...first.keys()]).toEqual(['wrist']);
    const [second] = repairSwaps(first, labelled, seenAt(100), millis(200));
    expect([...second.keys()]).toEqual([]);
  });
});
