import { keypointsOf } from '../kinematics/measure.ts';
import type { Readings } from '../kinematics/reading.ts';
import { measureRow } from '../kinematics/measures.ts';
import { keypointOn, sides } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import { heldOf } from '../repetition/hold-clock.ts';
import { keyOf, type SidedThreshold, type Standing } from '../rules/posture-check.ts';
import type { JudgedSegment, Sight, Verdict } from './sight.ts';
import { phaseOf, type Calibrated, type Stage } from './stage.ts';
import type { Plan } from '../rules/plan.ts';
import { lastsFor } from './metronome.ts';
import { targetMarks } from './target-mark.ts';
import { endOf } from '../repetition/open-attempt.ts';

/** The sight of a frame at a stage; `progress` is that of the set-up step. */
export const sightOf = (plan: Plan, stage: Stage, pose: TimedPose, progress: number): Sight => ({
  at: pose.at,
  phase: phaseOf(stage),
  pose,
  readings: 'readings' in stage ? stage.readings : new Map(),
  segments: segmentsOf(stage),
  targets: targetMarks(stage, pose.keypoints),
  progress,
  hold: holdOf(plan, stage),
});

const holdOf = (plan: Plan, stage: Stage): Sight['hold'] => {
  if (stage.is === 'timing' || stage.is === 'pacing') {
    const { pacedRep } = stage;
    return pacedRep.doing === 'holding'
      ? { heldMs: pacedRep.watch.ms, ofMs: lastsFor(plan, pacedRep), running: true }
      : undefined;
  }
  if (stage.is !== 'training' || stage.attempt.is !== 'open' || stage.attempt.hold === 'none') return undefined;
  const { clock } = stage.attempt;
  return { heldMs: heldOf(clock), ofMs: plan.hold, running: clock.is === 'running' };
};

const segmentsOf = (stage: Stage): readonly JudgedSegment[] => {
  if (stage.is === 'start') {
    const { rulebook } = stage.calibration;
    return [...rulebook.start, ...rulebook.requires].flatMap((one) => segmentsFor(stage, one, stage.thresholdState));
  }
  if (stage.is !== 'training' && stage.is !== 'practice') return [];
  const { attempt, calibration } = stage;
  // A kept required posture is not progress: it is shown only where it is not met.
  const required = calibration.rulebook.requires
    .flatMap((one) => segmentsFor(stage, one, attempt.requires))
    .filter(({ verdict }) => verdict !== 'met');
  if (attempt.is === 'ready') return required;
  return [...required, ...endOf(attempt).target.flatMap((one) => segmentsFor(stage, one, attempt.target))];
};

/** A measure of one side is a line along that side; one of the whole body a line along each side that it needs. */
const segmentsFor = (
  { calibration, readings }: Calibrated,
  threshold: SidedThreshold,
  thresholdState: Standing,
): readonly JudgedSegment[] => {
  const { orientation } = calibration.rulebook;
  const verdict = verdictOn(threshold, thresholdState, readings);
  const { across } = measureRow(threshold.measure);
  if (across) return [{ keypoints: sides.map((side) => keypointOn(side, across)), verdict }];
  const needed = keypointsOf(threshold.measure, threshold.side, orientation);
  return sides.flatMap((side) => {
    const keypoints = needed.filter((name) => name.startsWith(side));
    return keypoints.length > 1 ? [{ keypoints, verdict }] : [];
  });
};

const verdictOn = (threshold: SidedThreshold, thresholdState: Standing, readings: Readings): Verdict => {
  if (!readings.get(keyOf(threshold))?.seen) return 'not-judged';
  return thresholdState.inside.has(keyOf(threshold)) ? 'met' : 'not-met';
};
