import { poseBody } from '../../src/engine/figure/body.ts';
import { posesThrough, type Camera } from '../../src/engine/figure/camera.ts';
import { shoulderHeightOf } from '../../src/engine/figure/proportions.ts';
import { sightedBody } from '../../src/engine/kinematics/sighted-body.ts';
import { stillPeriodFrom, neutralOf } from '../../src/engine/kinematics/still-period.ts';
import { readMeasure } from '../../src/engine/kinematics/measure.ts';
import type { MeasureName } from '../../src/engine/kinematics/measures.ts';
import type { Neutral } from '../../src/engine/kinematics/neutral.ts';
import { frontOn, sideOn, type Orientation } from '../../src/engine/pose/orientation.ts';
import type { Reading } from '../../src/engine/kinematics/reading.ts';
import type { Side } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { millis, type Millis } from '../../src/engine/units.ts';
import { performanceIn, proportionsIn, type Film } from '../films/film.ts';

/*
 * The anatomical truth: what each measure would read from the joints themselves, straight from the front or from the
 * side and from so far away that nothing is foreshortened. A tilted camera counts as an error of the reading.
 */

/** So far away that the lines of sight are parallel, metres, and the angle of view that this requires, degrees. */
const faraway = { distance: 400, fieldOfView: 0.3 } as const;

/** Reads a measure of the performer's own joints at a time. */
export type TrueReading = (measure: MeasureName, side: Side | undefined, at: Millis) => Reading;

const idealCamera = (film: Film): Camera => ({
  ...film.camera,
  ...faraway,
  height: shoulderHeightOf(proportionsIn(film)),
  yaw: 0,
  pitch: 0,
  offset: 0,
});

const orientationIn = ({ camera }: Film): Orientation =>
  camera.view === 'front' ? frontOn : sideOn(camera.facing === 'left' ? -1 : 1);

/** The truth of a film. */
export const anatomyOf = (film: Film): TrueReading => {
  const { jointAnglesAt } = performanceIn(film);
  const camera = idealCamera(film);
  const orientation = orientationIn(film);
  const poseAt = (at: Millis): TimedPose<Millis> =>
    posesThrough(poseBody(jointAnglesAt(at), proportionsIn(film)), camera, at);
  const neutral: Neutral = neutralOf(stillPeriodFrom(poseAt(millis(0)).keypoints, millis(0)), orientation);
  let known: TimedPose<Millis> | undefined;
  return (measure, side, at) => {
    if (known?.at !== at) known = poseAt(at);
    return readMeasure(measure, side, sightedBody(known.keypoints, orientation), neutral);
  };
};
