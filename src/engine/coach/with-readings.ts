import { takeReadings } from '../calibration/calibration.ts';
import { missingOf } from '../kinematics/missing.ts';
import type { Keypoints } from '../pose/keypoints.ts';
import { primaryValue } from '../rules/primary-measure.ts';
import type { Millis } from '../units.ts';
import type { Stage } from './stage.ts';

/** The stage with the readings of this pose, if the user is calibrated. */
export const withReadings = <S extends Stage>(stage: S, keypoints: Keypoints, at: Millis): S => {
  if (!('calibration' in stage)) return stage;
  const [filters, readings] = takeReadings(stage.calibration, stage.filters, keypoints, at);
  const { repPaths, targets, primaryKeypoints } = stage.calibration.rulebook;
  const isSeen =
    targets.is === 'timed'
      ? missingOf(primaryKeypoints, keypoints).length === 0
      : repPaths.every(({ ends }) => ends.every((end) => primaryValue(end, readings) !== undefined));
  return { ...stage, filters, readings, lostSince: isSeen ? undefined : (stage.lostSince ?? at) };
};
