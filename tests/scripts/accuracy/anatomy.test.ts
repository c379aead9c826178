import { describe, expect, it } from 'vitest';
import { anatomyOf } from '../../../scripts/accuracy/anatomy.ts';
import { filmIn, reference } from '../../../scripts/accuracy/setting.ts';
import type { Film } from '../../../scripts/films/film.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { millis } from '../../../src/engine/units.ts';
import type { View } from '../../../src/engine/pose/view.ts';

/** At rest for a second, then in a stance; before a tilted camera. */
const film = (view: View, jointAngles: JointAngles): Film => ({
  name: 'film',
  framesPerSecond: 10,
  keyframes: [
    { jointAngles: {}, takes: millis(0), stays: millis(1000) },
    { jointAngles, takes: millis(0), stays: millis(1000) },
  ],
  ...filmIn(view, { ...reference(view), yaw: 15, pitch: 5, lens: 0.3, distance: 1.5 }),
});

const reads = (view: View, jointAngles: JointAngles) => {
  const truly = anatomyOf(film(view, jointAngles));
  return (measure: Parameters<typeof truly>[0], side?: Parameters<typeof truly>[1]): number => {
    const reading = truly(measure, side, millis(1500));
    if (!reading.seen) throw new Error('The joints are always seen.');
    return reading.value;
  };
};

describe('the anatomical truth is the joint angle, whatever the camera’s angle', () => {
  it.each([30, 90, 160])('of an arm raised by %i degrees', (shoulderElevation) => {
    expect(reads('side', { shoulderElevation, elevationPlane: 90 })('shoulderFlexion', 'right')).toBeCloseTo(
      shoulderElevation,
      0,
    );
  });

  it.each([-20, 15])('of a trunk that leans by %i degrees', (lean) => {
    // Breathing sways the figure by 0.3 degrees.
    expect(Math.abs(reads('side', { lean })('trunkLean') - lean)).toBeLessThan(1);
  });

  it.each([20, 45])('of a head bent by %i degrees', (neckSideBend) => {
    const read = reads('front', { neckSideBend });
    expect(Math.abs(read('headSideBend', 'left') - neckSideBend)).toBeLessThan(1);
    expect(Math.abs(read('headSideBend', 'right') + neckSideBend)).toBeLessThan(1);
  });
});
