import { expect, it } from 'vitest';
import { noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import { addPose, rateOf, unpaced } from '../../../src/engine/pose/pose-rate.ts';
import { sessionTime } from '../../../src/engine/units.ts';

/** The rate after poses at these times, ms; those that `isSpared` come after pictures that were left out on purpose. */
const rateAfter = (times: readonly number[], isSpared: (at: number) => boolean = () => false) =>
  rateOf(
    times.reduce(
      (so, at) =>
        addPose(so, {
          at: sessionTime(at),
          frame: { width: 4, height: 3 },
          keypoints: noKeypoints,
          hasSpared: isSpared(at),
        }),
      unpaced,
    ),
  );

const every = (ms: number, from = 0, count = 30): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index * ms);

it('is that of the poses, whatever the rhythm of the camera', () => {
  expect(rateAfter(every(83))).toBeCloseTo(12, 0);
  expect(rateAfter(every(250))).toBeCloseTo(4, 1);
  // A camera of 30 pictures a second, of which the second or the third is judged.
  const uneven = every(167, 0, 15).flatMap((at) => [at, at + 67]);
  expect(rateAfter(uneven)).toBeGreaterThan(11.5);
});

it('is not lowered by the pauses of a busy device or of the user', () => {
  const pauses = [...every(83), ...every(83, 3400, 10), ...every(83, 34_000, 10)];
  expect(rateAfter(pauses)).toBeCloseTo(12, 0);
});

it('follows a device that becomes slow', () => {
  expect(rateAfter([...every(83), ...every(200, 2600, 25)])).toBeCloseTo(5, 0);
});

it('is unknown at first, and where all poses came later on purpose', () => {
  expect(rateAfter(every(250, 0, 4))).toBeUndefined();
  expect(rateAfter(every(133), () => true)).toBeUndefined();
  expect(rateAfter([...every(83), ...every(133, 2600)], (at) => at >= 2600)).toBeCloseTo(12, 0);
});
