import { marksOf, type Mark } from '../kinematics/mark.ts';
import type { MeasureName } from '../kinematics/measures.ts';
import type { Readings } from '../kinematics/reading.ts';
import type { Keypoints, Side } from '../pose/keypoints.ts';
import { keyOf, unknownStanding, type SidedThreshold, type Standing } from '../rules/posture-check.ts';
import type { Calibrated, Stage } from './stage.ts';
import { isInside } from '../rules/threshold.ts';
import { endOf } from '../repetition/open-attempt.ts';
import type { JudgedEnd } from '../rules/judged-end.ts';

/** Where a part of the body should move now, and how near it is. */
export interface TargetMark extends Mark {
  readonly measure: MeasureName;
  readonly side: Side | undefined;
  /** The share of the distance from rest, 0-1; also 0 if its beginning is unknown. */
  readonly share: number;
  readonly isMet: boolean;
}

/**
 * Where the body should move in a frame: what the start posture still lacks, or the current endpoint. Empty while that
 * is held or on the way back; empty in practice, which shows how far the user goes without a goal.
 */
export const targetMarks = (stage: Stage, keypoints: Keypoints): readonly TargetMark[] => {
  if (stage.is === 'start')
    return stage.since === undefined ? postureMarks(stage, keypoints, [stage.thresholdState]) : [];
  if (stage.is !== 'training') return [];
  const { attempt } = stage;
  if (attempt.is === 'open')
    return attempt.phase === 'working' ? endMarks(stage, keypoints, endOf(attempt), attempt.rest, attempt.target) : [];
  if (!attempt.isSet) return postureMarks(stage, keypoints, [attempt.requires, attempt.start]);
  const { repPaths } = stage.calibration.rulebook;
  return repPaths.flatMap(({ ends: [end] }) => endMarks(stage, keypoints, end, attempt.rest, unknownStanding));
};

/**
 * The marks of the required posture, then of the start posture, one thing at a time: the first measure that is not yet
 * met, on each side.
 */
const postureMarks = (
  calibrated: Calibrated,
  keypoints: Keypoints,
  thresholdStates: readonly Standing[],
): readonly TargetMark[] => {
  const isMet = (one: SidedThreshold): boolean => {
    const reading = calibrated.readings.get(keyOf(one));
    const wasInside = thresholdStates.some(({ inside }) => inside.has(keyOf(one)));
    return !reading?.seen || isInside(one, reading.value, wasInside);
  };
  const { requires, start } = calibrated.calibration.rulebook;
  const posture = [requires, start].find((thresholds) => !thresholds.every(isMet)) ?? [];
  const lacking = posture.find((one) => !isMet(one))?.measure;
  return posture
    .filter(({ measure }) => measure === lacking)
    .flatMap((one) => marksFor(calibrated, keypoints, one, isMet(one), new Map()));
};

const endMarks = (
  calibrated: Calibrated,
  keypoints: Keypoints,
  { target }: JudgedEnd,
  rest: Readings,
  { inside }: Standing,
): readonly TargetMark[] => target.flatMap((one) => marksFor(calibrated, keypoints, one, inside.has(keyOf(one)), rest));

/** The marks of one threshold: where it would be met, and once it is met, where the body is. */
const marksFor = (
  { calibration: { rulebook, neutral }, readings }: Calibrated,
  keypoints: Keypoints,
  threshold: SidedThreshold,
  isMet: boolean,
  rest: Readings,
): readonly TargetMark[] => {
  const { measure, side, is, enter } = threshold;
  const reading = readings.get(keyOf(threshold));
  if (!reading?.seen) return [];
  const from = rest.get(keyOf(threshold));
  const gone = from?.seen && from.value !== enter ? (reading.value - from.value) / (enter - from.value) : 0;
  const share = isMet ? 1 : Math.min(1, Math.max(0, gone));
  const wanted = { is, value: isMet ? reading.value : enter };
  return marksOf(measure, side, keypoints, rulebook.orientation, neutral, wanted).map((mark) => ({
    ...mark,
    measure,
    side,
    share,
    isMet,
  }));
};
