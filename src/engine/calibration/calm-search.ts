import { latest } from '../pose/latest.ts';
import { sidesOf } from '../kinematics/measure.ts';
import type { MeasureName } from '../kinematics/measures.ts';
import type { Neutral } from '../kinematics/neutral.ts';
import { measureKey } from '../kinematics/reading.ts';
import { neutralOf, strayIn, stillPeriodOf, type StillFrame, type StillPeriod } from '../kinematics/still-period.ts';
import type { Side } from '../pose/keypoints.ts';
import type { Orientation } from '../pose/orientation.ts';
import type { TimedPose } from '../pose/pose.ts';
import { armsHang } from './calibration.ts';
import type { Framing } from './framing.ts';

/*
 * The search for the calmest stretch with hanging arms, for a user who does not sit still: neutral is taken from it.
 */

/** The longest stretch of frames from which neutral is taken, and the shortest one, ms. */
const calmFor = 1000;
const shortestCalm = 300;
/** A calmer stretch replaces another if its score is lower by this factor. */
const calmerBy = 0.8;
/**
 * A whole second in which no keypoint strays further than this from its mean, in shoulder widths, is calm: at rest
 * MoveNet deviates by 0.02-0.05, and the three seconds of set-up allow 0.15.
 */
const calmUpTo = 0.1;

/**
 * A head or a trunk that is held this far from straight, in degrees, is not at rest but in a movement that is held: people
 * sit up to some 10 degrees from straight. Each further `bentBy` degrees count as much as a shoulder width of stray.
 */
const bentFrom = 12;
const bentBy = 20;
/** The measures that are 0 in a user who stands or sits straight. */
const bends: readonly MeasureName[] = [
  'trunkLean',
  'trunkSideLean',
  'headOverHips',
  'headSideBend',
  'headLean',
  'shoulderTilt',
];

/** What neutral is taken from. */
export interface CalmStretch {
  readonly stillPeriod: StillPeriod;
  readonly orientation: Orientation;
  readonly neutral: Neutral;
}

/** The search so far. */
export interface CalmSearch {
  /** The latest frames with hanging arms. */
  readonly recent: readonly StillFrame[];
  /**
   * The score of the calmest stretch, lower is better: the furthest stray, shoulder widths, what it lacks to a second, and
   * how far it is from straight.
   */
  readonly score: number;
  readonly calmest: CalmStretch | undefined;
}

/** The search before the first frame. */
export const unsearched: CalmSearch = { recent: [], score: Infinity, calmest: undefined };

/** Whether a calm second has been found. */
export const isCalm = ({ score }: CalmSearch): boolean => score <= calmUpTo;

/** How to search: for the arm that trains alone, and whether the calmest stretch may still be replaced. */
interface SearchOptions {
  readonly arm: Side | undefined;
  readonly isOpen?: boolean;
}

/** Advances the search by a cleaned pose. */
export const searchCalm = (
  before: CalmSearch,
  framing: Framing,
  pose: TimedPose,
  { arm, isOpen = true }: SearchOptions,
): CalmSearch => {
  const { at, keypoints } = pose;
  if (framing.is === 'misframed' || !armsHang(keypoints, framing.orientation, arm)) return { ...before, recent: [] };
  const { orientation } = framing;
  const recent = [...latest(before.recent, (one) => at - one.at <= calmFor), { at, keypoints }];
  const lasted = at - (recent[0]?.at ?? at);
  if (lasted < shortestCalm || !isOpen) return { ...before, recent };
  const stillPeriod = stillPeriodOf(recent);
  const calm = strayIn(stillPeriod, orientation) + Math.max(0, 1 - lasted / calmFor);
  if (calm >= calmerBy * before.score) return { ...before, recent };
  const stretch: CalmStretch = { stillPeriod, orientation, neutral: neutralOf(stillPeriod, orientation) };
  const score = calm + bendIn(stretch);
  return score >= calmerBy * before.score ? { ...before, recent } : { recent, score, calmest: stretch };
};

/** How far head and trunk are held from straight in a stretch, in units of stray. */
const bendIn = ({ orientation, neutral: { zeros } }: CalmStretch): number => {
  const bent = bends.flatMap((measure) =>
    sidesOf(measure, orientation).map((side) => Math.abs(zeros.get(measureKey(measure, side)) ?? 0)),
  );
  return Math.max(0, ...bent.map((degrees) => (degrees - bentFrom) / bentBy));
};
