import { keypointNames, keypointsAboveLegs, type KeypointName } from '../../src/engine/pose/keypoints.ts';
import { truthOf } from '../films/film.ts';
import { quantileOf } from '../accuracy/statistics.ts';
import { cameraSizes, speedFilm, truthAt, type CameraSize } from './film.ts';
import type { Judged } from './pages/candidate.ts';

/** How far keypoints lie from the figure's true ones, in thousandths of the picture's height. */
export interface Distances {
  /** Keypoints compared. */
  readonly n: number;
  readonly median: number;
  readonly p95: number;
}

/** The distances of all compared keypoints, and of two parts of them: MoveNet's hips depend on the crop's size. */
export interface Agreement extends Distances {
  /** Head, shoulders and arms. */
  readonly aboveHips: Distances;
  readonly hips: Distances;
}

const distancesOf = (errors: readonly number[]): Distances => ({
  n: errors.length,
  median: quantileOf(errors, 0.5),
  p95: quantileOf(errors, 0.95),
});

const isHip = (name: KeypointName): boolean => /hip/.test(name);

/** The distances of found keypoints from the true ones; `undefined` where none were found. */
export const errorsAgainst = (judged: readonly Judged[], size: CameraSize): Agreement | undefined => {
  const truth = truthOf(speedFilm);
  const unit = cameraSizes[size].height / 1000;
  const errors = judged.flatMap(({ frame, keypoints }) => {
    const pose = truth[frame];
    if (!keypoints || !pose) return [];
    const { keypoints: places } = truthAt(size, pose);
    return keypointsAboveLegs.flatMap((name) => {
      const found = keypoints[keypointNames.indexOf(name)];
      if (!found) return [];
      return [{ name, error: Math.hypot(found[0] - places[name].x, found[1] - places[name].y) / unit }];
    });
  });
  if (errors.length === 0) return undefined;
  const among = (isCounted: (name: KeypointName) => boolean): Distances =>
    distancesOf(errors.filter(({ name }) => isCounted(name)).map(({ error }) => error));
  return { ...among(() => true), aboveHips: among((name) => !isHip(name)), hips: among(isHip) };
};
