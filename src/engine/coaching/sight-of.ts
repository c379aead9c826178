import { keypointsOf } from '../kinematics/measure.ts';
import type { TimedPose } from '../pose/pose.ts';
import { heldOf } from './hold-clock.ts';
import { keyOf, type SidedThreshold, type Standing } from './posture.ts';
import type { JudgedSegment, Sight } from './sight.ts';
import { phaseOf, type Stage } from './stage.ts';
import type { Plan } from './plan.ts';

/** What a frame showed at a stage; `progress` is that of the set-up step. */
export const sightOf = (plan: Plan, stage: Stage, pose: TimedPose, progress: number): Sight => ({
  at: pose.at,
  phase: phaseOf(stage),
  pose,
  readings: 'readings' in stage ? stage.readings : new Map(),
  segments: segmentsOf(stage),
  progress,
  hold: holdOf(plan, stage),
});

const holdOf = (plan: Plan, stage: Stage): Sight['hold'] => {
  if (stage.is !== 'training' || stage.attempt.is !== 'underway' || stage.attempt.hold === 'none') return undefined;
  const { clock } = stage.attempt;
  return { heldMs: heldOf(clock), ofMs: plan.hold, running: clock.is === 'running' };
};

const segmentsOf = (stage: Stage): readonly JudgedSegment[] => {
  if (stage.is === 'start') {
    const { rulebook } = stage.bearings;
    return [...rulebook.start, ...rulebook.requires].map((one) => segment(stage, one, stage.standing));
  }
  if (stage.is !== 'training') return [];
  const { attempt, bearings } = stage;
  const { end, requires } = bearings.rulebook;
  const required = requires.map((one) => segment(stage, one, attempt.requires));
  if (attempt.is === 'ready') return required;
  return [...required, ...end.target.map((one) => segment(stage, one, attempt.target))];
};

const segment = (stage: Stage & { bearings: unknown }, threshold: SidedThreshold, standing: Standing): JudgedSegment => {
  const { bearings, readings } = stage as Extract<Stage, { is: 'training' }>;
  const keypoints = keypointsOf(threshold.measure, threshold.side, bearings.rulebook.orientation);
  if (!readings.get(keyOf(threshold))?.seen) return { keypoints, verdict: 'not-judged' };
  return { keypoints, verdict: standing.inside.has(keyOf(threshold)) ? 'met' : 'not-met' };
};
