import { expect, it } from 'vitest';
import { errorsAgainst } from '../../../scripts/speed/agreement.ts';
import { speedFilm, truthAt } from '../../../scripts/speed/film.ts';
import { truthOf } from '../../../scripts/films/film.ts';
import { keypointNames } from '../../../src/engine/pose/keypoints.ts';
import type { Judged } from '../../../scripts/speed/pages/candidate.ts';

const truth = truthOf(speedFilm);
const [first] = truth;
if (!first) throw new Error('The film has no frame.');

/** A candidate that finds the true keypoints, moved to the right by some pixels: all, or the hips by others. */
const foundAt = (size: '480p' | '720p', by: number, hipsBy = by): Judged => {
  const { keypoints } = truthAt(size, first);
  return {
    frame: 0,
    ms: 20,
    keypoints: keypointNames.map((name) => [
      keypoints[name].x + (name.endsWith('_hip') ? hipsBy : by),
      keypoints[name].y,
      1,
    ]),
  };
};

it('sets the drawn picture in the middle of a wider camera, scaled to its height', () => {
  const { x, y } = first.keypoints.nose;
  // 640x480 becomes 960x720 with 160 columns on either side.
  const larger = truthAt('720p', first).keypoints.nose;
  expect(larger.x).toBeCloseTo(160 + 1.5 * x);
  expect(larger.y).toBeCloseTo(1.5 * y);
  expect(truthAt('480p', first).keypoints.nose).toMatchObject({ x, y });
});

it('measures errors in thousandths of the height, so that both sizes compare', () => {
  expect(errorsAgainst([foundAt('480p', 4.8)], '480p')?.median).toBeCloseTo(10);
  expect(errorsAgainst([foundAt('720p', 7.2)], '720p')?.median).toBeCloseTo(10);
});

it('tells the errors of the hips from those above them', () => {
  const { aboveHips, hips } = errorsAgainst([foundAt('480p', 4.8, 9.6)], '480p') ?? {};
  expect(aboveHips).toMatchObject({ n: 11, median: expect.closeTo(10), p95: expect.closeTo(10) });
  expect(hips).toMatchObject({ n: 2, median: expect.closeTo(20), p95: expect.closeTo(20) });
});

it('has no error for a candidate that gives no keypoints', () => {
  expect(errorsAgainst([{ frame: 0, ms: 20 }], '480p')).toBeUndefined();
});
