import { calibrate } from '../../../src/engine/calibration/calibration.ts';
import type { Calibrated } from '../../../src/engine/coach/stage.ts';
import { stillPeriodFrom } from '../../../src/engine/kinematics/still-period.ts';
import type { Readings } from '../../../src/engine/kinematics/reading.ts';
import { frontOn, sideOn } from '../../../src/engine/pose/orientation.ts';
import type { Keypoints } from '../../../src/engine/pose/keypoints.ts';
import type { Plan } from '../../../src/engine/rules/plan.ts';
import type { Targets } from '../../../src/engine/rules/targets.ts';
import { millis } from '../../../src/engine/units.ts';
import { jointAnglesOf, poseOf } from '../../scenarios/staging.ts';

/** The true keypoints of an adult at rest before an exercise. */
export const keypointsAtRest = ({ exercise }: Plan): Keypoints =>
  poseOf(exercise, jointAnglesOf(exercise).rest).keypoints;

/** An adult who was calibrated at rest, in full view, with the readings there. */
export const calibratedAtRest = (
  plan: Plan,
  targets: Targets = { is: 'norm' },
): Calibrated & { readonly rest: Readings } => {
  const orientation = plan.view === 'front' ? frontOn : sideOn(1);
  const stillPeriod = stillPeriodFrom(keypointsAtRest(plan), millis(0));
  const [calibration, rest] = calibrate(plan, { stillPeriod, orientation }, targets);
  return { calibration, filters: new Map(), readings: rest, lostSince: undefined, rest };
};
