import { describe, expect, it } from 'vitest';
import { withoutDuplicateWrists } from '../../../src/engine/pose/duplicate-wrists.ts';
import { keypointsFrom, type KeypointName } from '../../../src/engine/pose/keypoints.ts';
import type { LastSeen } from '../../../src/engine/pose/last-seen.ts';
import { millis } from '../../../src/engine/units.ts';

/** Scale of the body, pixels per metre: a wrist is 18 pixels wide. */
const pixelsPerMetre = 300;

type Hand = readonly [x: number, score: number];

const hands = (left: Hand, right: Hand) =>
  keypointsFrom((name) => {
    const [x, score] = name === 'left_wrist' ? left : name === 'right_wrist' ? right : [250, 0.8];
    return { x, y: 200, score };
  });

const last = (left?: number, right?: number): ReadonlyMap<KeypointName, LastSeen> =>
  new Map(
    Object.entries({ left_wrist: left, right_wrist: right }).flatMap(([name, x]) =>
      x === undefined ? [] : [[name as KeypointName, { at: millis(0), x, y: 200 }]],
    ),
  );

/** The scores of the two wrists, left and right. */
const scoresOf = (left: Hand, right: Hand, before = last()): readonly [number, number] => {
  const { left_wrist, right_wrist } = withoutDuplicateWrists(hands(left, right), before, pixelsPerMetre);
  return [left_wrist.score, right_wrist.score];
};

describe('two wrists at one place', () => {
  it('are duplicates where one scores far less: that one is not seen, whichever side it is', () => {
    expect(scoresOf([200, 0.5], [203, 0.3])).toEqual([0.5, 0]);
    expect(scoresOf([200, 0.3], [203, 0.5])).toEqual([0, 0.5]);
  });

  it('are both kept where they score alike, as folded hands do', () => {
    expect(scoresOf([200, 0.5], [203, 0.36])).toEqual([0.5, 0.36]);
  });

  it('are duplicates where one jumped there from elsewhere and the other was there already', () => {
    expect(scoresOf([200, 0.5], [203, 0.45], last(201, 260))).toEqual([0.5, 0]);
    expect(scoresOf([200, 0.45], [203, 0.5], last(260, 204))).toEqual([0, 0.5]);
  });

  it('are both kept where both moved there continuously, where both jumped, and where nothing earlier is known', () => {
    expect(scoresOf([200, 0.5], [203, 0.45], last(180, 225))).toEqual([0.5, 0.45]);
    expect(scoresOf([200, 0.5], [203, 0.45], last(140, 260))).toEqual([0.5, 0.45]);
    expect(scoresOf([200, 0.5], [203, 0.45])).toEqual([0.5, 0.45]);
  });
});

describe('wrists that are not at one place', () => {
  it('are kept as they are, however low one scores', () => {
    expect(scoresOf([200, 0.9], [219, 0.1], last(201, 400))).toEqual([0.9, 0.1]);
  });

  it('are kept as they are where one was not found, even at the place of the other', () => {
    expect(scoresOf([200, 0], [203, 0.5])).toEqual([0, 0.5]);
  });

  it('are measured by the scale of the body', () => {
    const near = hands([200, 0.5], [212, 0.2]);
    expect(withoutDuplicateWrists(near, last(), pixelsPerMetre).right_wrist.score).toBe(0);
    expect(withoutDuplicateWrists(near, last(), 100).right_wrist.score).toBe(0.2);
  });
});

it('all other keypoints stay, elbows too', () => {
  const given = hands([200, 0.5], [203, 0.1]);
  const { right_wrist, ...rest } = withoutDuplicateWrists(given, last(), pixelsPerMetre);
  const { right_wrist: before, ...others } = given;
  expect(rest).toEqual(others);
  expect(right_wrist).toEqual({ ...before, score: 0 });
});
