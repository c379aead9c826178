import { meanKeypoints, neutralOf, type StillPeriod, type StillFrame } from '../kinematics/still-period.ts';
import { formulas, scaleOf } from '../kinematics/formulas.ts';
import { readMeasure } from '../kinematics/measure.ts';
import { measureRow } from '../kinematics/measures.ts';
import type { Neutral } from '../kinematics/neutral.ts';
import { judgedArms, type Orientation } from '../pose/orientation.ts';
import { measureKey, type MeasureKey, type Reading, type Readings } from '../kinematics/reading.ts';
import { sightedBody } from '../kinematics/sighted-body.ts';
import { smooth, type SmoothingState } from '../kinematics/smoothing.ts';
import { keypointNames, type KeypointName, type Keypoints, type Side } from '../pose/keypoints.ts';
import type { Scale } from '../pose/plausibility.ts';
import { placeOf, type Place } from '../pose/same-person.ts';
import type { Millis } from '../units.ts';
import { similarityIn, type Jitter } from '../rules/similarity.ts';
import type { Plan } from '../rules/plan.ts';
import type { Targets } from '../rules/targets.ts';
import {
  fixedRulesOf,
  rulebookOf,
  withRest,
  type FixedRules,
  type Rulebook,
  type SidedMeasure,
} from '../rules/rulebook.ts';

/** What is known of the user after neutral was taken: orientation, own lengths and zeros, scale, jitter and rules. */
export interface Calibration {
  readonly rulebook: Rulebook;
  readonly neutral: Neutral;
  readonly scale: Scale | undefined;
  /** Where the user sits, to distinguish them from other people. */
  readonly place: Place | undefined;
  readonly orientation: Orientation;
  /** The keypoints that neutral showed. */
  readonly shown: readonly KeypointName[];
  readonly jitter: Jitter;
}

/**
 * Biacromial breadth of 0.36 m (Drillis & Contini): converts pixels to metres; only the plausible speed depends on it.
 */
const shoulderWidthMetres = 0.36;
/** Forearm over upper arm, 0.25 m / 0.29 m: hands on the lap point at the lens and would make the forearm too short. */
const forearmOverUpperArm = 0.86;

/** What readings are taken by. */
interface Measuring {
  readonly rulebook: Pick<Rulebook, 'orientation' | 'measured' | 'primary' | 'similarityWeights'>;
  readonly neutral: Neutral;
}

/** What to calibrate from; neutral and the rules of the last calibration of the same plan, where they are known. */
export interface CalibrationSource {
  readonly stillPeriod: StillPeriod;
  readonly orientation: Orientation;
  readonly neutral?: Neutral;
  readonly lastRules?: FixedRules | undefined;
}

/** Calibrates from the still period; also returns its readings. */
export const calibrate = (
  plan: Plan,
  { stillPeriod, orientation, neutral = neutralOf(stillPeriod, orientation), lastRules }: CalibrationSource,
  targets: Targets,
): readonly [Calibration, Readings] => {
  const keypoints = meanKeypoints(stillPeriod);
  const shown = keypointNames.filter((name) => keypoints[name].score > 0);
  const scale = scaleFrom(neutral, orientation, keypoints);
  const size = scaleOf(sightedBody(keypoints, orientation), neutral.lengths);
  const place = size === undefined ? undefined : placeOf(keypoints, orientation, size);
  const fixed = fixedRulesOf(plan, orientation, targets, lastRules);
  const atRest: Measuring = { rulebook: { ...fixed, similarityWeights: [] }, neutral };
  const [, rest] = takeReadings(atRest, new Map(), keypoints, stillPeriod.since);
  const jitter = jitterIn(atRest, stillPeriod.frames);
  const rulebook = withRest(plan, fixed, { easeLevel: 0, rest, jitter });
  return [{ rulebook, neutral, scale, place, orientation, shown, jitter }, rest];
};

/** The same calibration with other targets or another ease level. */
export const withTargets = (
  plan: Plan,
  calibration: Calibration,
  rest: Readings,
  { targets, easeLevel }: { readonly targets: Targets; readonly easeLevel: number },
): Calibration => {
  const { orientation } = calibration.rulebook;
  return {
    ...calibration,
    rulebook: rulebookOf(plan, { orientation, targets, easeLevel, rest, jitter: calibration.jitter }),
  };
};

/** The jitter of each measure that ends are judged by, smoothed, in the still period: its SD once the filters have settled. */
const jitterIn = (measuring: Measuring, frames: readonly StillFrame[]): Jitter => {
  const { primary } = measuring.rulebook;
  let filters: Filters = new Map();
  const values = new Map<MeasureKey, number[]>();
  const from = (frames[0]?.at ?? 0) + settling;
  for (const { at, keypoints } of frames) {
    const [after, readings] = takeReadings(measuring, filters, keypoints, at, primary);
    filters = after;
    if (at < from) continue;
    for (const [key, reading] of readings) {
      if (!reading.seen) continue;
      const all = values.get(key);
      if (all) all.push(reading.value);
      else values.set(key, [reading.value]);
    }
  }
  return new Map([...values].map(([key, all]) => [key, spreadOf(all)]));
};

/** The settling time of the measures' filters, ms. */
const settling = 500;

const spreadOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

const scaleFrom = (neutral: Neutral, orientation: Orientation, keypoints: Keypoints): Scale | undefined => {
  const { lengths } = neutral;
  const size = scaleOf(sightedBody(keypoints, orientation), lengths);
  if (size === undefined) return undefined;
  const forearm = (side: Side): number | undefined => {
    const upperArm = lengths.upperArm[side];
    return upperArm === undefined ? undefined : Math.max(lengths.forearm[side] ?? 0, forearmOverUpperArm * upperArm);
  };
  return {
    pixelsPerMetre: size / shoulderWidthMetres,
    upperArm: lengths.upperArm,
    forearm: { left: forearm('left'), right: forearm('right') },
  };
};

/** The state of each measure's filter. */
export type Filters = ReadonlyMap<MeasureKey, SmoothingState>;

/** Reads and smooths these measures, or every one that the rules name; returns the next filters and the readings. */
export const takeReadings = (
  { rulebook, neutral }: Measuring,
  filters: Filters,
  keypoints: Keypoints,
  at: Millis,
  measures: readonly SidedMeasure[] = rulebook.measured,
): readonly [Filters, Readings] => {
  const after = new Map<MeasureKey, SmoothingState>();
  const readings = new Map<MeasureKey, Reading>();
  const body = sightedBody(keypoints, rulebook.orientation);
  for (const { measure, side } of measures) {
    const key = measureKey(measure, side);
    const raw = readMeasure(measure, side, body, neutral);
    const [filter, reading] = smooth(filters.get(key), raw, at, measureRow(measure).unit);
    if (filter) after.set(key, filter);
    readings.set(key, reading);
  }
  const similarity = measureKey('likeness');
  if (readings.has(similarity)) readings.set(similarity, similarityIn(rulebook.similarityWeights, readings));
  return [after, readings];
};

/**
 * The largest angle between an upper arm at rest and the trunk, degrees. Hanging arms read 12-36 (78 people, median 21),
 * hands on the thighs 30-37 (a seated woman on a film).
 */
const hangingUpTo = 45;

/** Whether the arms hang at rest, as far as they are seen; of an `arm` that trains alone, whether this one does. */
export const armsHang = (keypoints: Keypoints, orientation: Orientation, arm?: Side): boolean => {
  const body = sightedBody(keypoints, orientation);
  const lengths = {
    shoulderWidth: undefined,
    hipWidth: undefined,
    earWidth: undefined,
    trunk: undefined,
    upperArm: { left: undefined, right: undefined },
    forearm: { left: undefined, right: undefined },
  };
  const measure = orientation.view === 'side' ? 'shoulderFlexion' : 'armElevation';
  return judgedArms(orientation, arm).every(
    (side) => Math.abs(formulas[measure](body, lengths, side) ?? 0) <= hangingUpTo,
  );
};
