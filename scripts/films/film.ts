import { poseBody } from '../../src/engine/figure/body.ts';
import { posesThrough, type Camera } from '../../src/engine/figure/camera.ts';
import { scriptOf, type Keyframe, type Performance } from '../../src/engine/figure/performance.ts';
import { adult, type Proportions } from '../../src/engine/figure/proportions.ts';
import { keypointsFrom } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { filmTime, type FilmTime } from '../../src/engine/units.ts';
import type { looks } from '../../src/stage/look.ts';

/** The light of a room: even, from a window to one side, or dim, with visible camera noise. */
export const lights = ['day', 'window', 'evening'] as const;

/** A film to be drawn: plain data, so that its content names its file. */
export interface Film {
  readonly name: string;
  readonly camera: Camera;
  readonly look: keyof typeof looks;
  readonly framesPerSecond: number;
  readonly keyframes: readonly Keyframe[];
  /** A strip of the picture that is covered, as by a desk: from and to as shares of its height. */
  readonly covered?: { readonly from: number; readonly to: number };
  /** The body of the performer; by default an adult. */
  readonly proportions?: Proportions;
  readonly light?: (typeof lights)[number];
  /** Whether the room is full of things. */
  readonly isCluttered?: boolean;
  /** The address of a rigged body that performs in the figure's place. */
  readonly performer?: string;
}

/** The performance in a film. */
export const performanceIn = (film: Pick<Film, 'keyframes'>): Performance => scriptOf(film.keyframes);

/** When each frame was taken, ms. */
export const timesOf = (film: Pick<Film, 'keyframes' | 'framesPerSecond'>): readonly FilmTime[] => {
  const step = 1000 / film.framesPerSecond;
  return Array.from({ length: Math.floor(performanceIn(film).duration / step) }, (_, index) => filmTime(index * step));
};

/** The body of the performer of a film. */
export const proportionsIn = ({ proportions = adult }: Pick<Film, 'proportions'>): Proportions => proportions;

/** The noise-free keypoints of each frame: the reference for the film; covered keypoints have score 0. */
export const truthOf = (film: Film): readonly TimedPose[] => {
  const { jointAnglesAt } = performanceIn(film);
  const proportions = proportionsIn(film);
  return timesOf(film).map((at) =>
    uncovered(posesThrough(poseBody(jointAnglesAt(at), proportions), film.camera, at), film),
  );
};

const uncovered = (pose: TimedPose, { covered }: Film): TimedPose => {
  if (!covered) return pose;
  const { height } = pose.frame;
  const isCovered = (y: number): boolean => y >= covered.from * height && y <= covered.to * height;
  const keypoints = keypointsFrom((name) => {
    const keypoint = pose.keypoints[name];
    return isCovered(keypoint.y) ? { ...keypoint, score: 0 } : keypoint;
  });
  return { ...pose, keypoints };
};
