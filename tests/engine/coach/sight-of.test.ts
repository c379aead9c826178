import { describe, expect, it } from 'vitest';
import { sightOf } from '../../../src/engine/coach/sight-of.ts';
import type { Pacing, Stage, TakingStart, Training } from '../../../src/engine/coach/stage.ts';
import type { JudgedPhase } from '../../../src/engine/exercise/phase.ts';
import type { MeasureKey, Reading, Readings } from '../../../src/engine/kinematics/reading.ts';
import { open, type OpenAttempt } from '../../../src/engine/repetition/open-attempt.ts';
import { stillReadyAt } from '../../../src/engine/repetition/ready.ts';
import { emptyTrajectory } from '../../../src/engine/repetition/trajectory.ts';
import { compare, unknownStanding } from '../../../src/engine/rules/posture-check.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { millis, seconds, sessionTime } from '../../../src/engine/units.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { headTilt } from '../../../src/exercises/head-tilt.ts';
import { jointAnglesOf, poseOf } from '../../scenarios/staging.ts';
import { calibratedAtRest } from './calibrated.ts';

const plan = resolve(cheer, 'side', { hold: seconds(4) }, 1);
const user = calibratedAtRest(plan);
const { rulebook } = user.calibration;
const pose = poseOf(cheer, jointAnglesOf(cheer).rest, {}, sessionTime(5000));
const look = (stage: Stage) => sightOf(plan, stage, pose, 0.4);

/** Readings of the near arm at this angle and with this elbow flexion, in degrees; `hidden` is not seen. */
const arm = (flexion: number | 'hidden', elbow = 0): Readings => {
  const reading = (value: number | 'hidden'): Reading =>
    value === 'hidden' ? { seen: false, missing: [] } : { seen: true, value, confidence: 0.9 };
  return new Map<MeasureKey, Reading>(user.rest)
    .set('shoulderFlexion.right', reading(flexion))
    .set('elbowFlexion.right', reading(elbow));
};

const ready = (readings: Readings): Training => ({
  ...user,
  readings,
  is: 'training',
  attempt: stillReadyAt(rulebook, readings, millis(0)),
  faults: new Map(),
  flaws: new Set(),
});

/** Training with an attempt that is open in this frame, and was changed so. */
const opened = (readings: Readings, change: Partial<OpenAttempt> = {}): Training => {
  const [repPath] = rulebook.repPaths;
  if (!repPath) throw new Error('A rulebook has a path.');
  const resting = stillReadyAt(rulebook, user.rest, millis(0));
  const from = { progress: 50, at: millis(4000) };
  const attempt = open(resting, { repPath, from, trajectory: emptyTrajectory }, readings, millis(5000));
  const [end] = repPath.ends;
  const target = compare(end.target, readings, unknownStanding);
  const requires = compare(rulebook.requires, readings, unknownStanding);
  return { ...ready(readings), attempt: { ...attempt, target, requires, ...change } };
};

const upperArm = expect.arrayContaining(['right_shoulder', 'right_elbow']);
const forearm = expect.arrayContaining(['right_elbow', 'right_wrist']);

describe('the parts of the body that are shown', () => {
  it('of an attempt are those that must reach the goal, met once they do', () => {
    expect(look(opened(arm(100))).segments).toEqual([{ keypoints: upperArm, verdict: 'not-met' }]);
    expect(look(opened(arm(165))).segments).toEqual([{ keypoints: upperArm, verdict: 'met' }]);
  });

  it('are not judged where they are not seen', () => {
    expect(look(opened(arm('hidden'))).segments).toEqual([{ keypoints: upperArm, verdict: 'not-judged' }]);
  });

  it('show a required posture only where it is not met', () => {
    expect(look(ready(arm(0, 10))).segments).toEqual([]);
    expect(look(ready(arm(0, 120))).segments).toEqual([{ keypoints: forearm, verdict: 'not-met' }]);
    expect(look(opened(arm(100, 120))).segments.map(({ verdict }) => verdict)).toEqual(['not-met', 'not-met']);
  });

  it('show the required posture in set-up also where it is met', () => {
    const start = (readings: Readings): TakingStart => ({
      ...user,
      readings,
      is: 'start',
      range: plan.range,
      thresholdState: compare([...rulebook.start, ...rulebook.requires], readings, unknownStanding),
      since: undefined,
      leftSince: undefined,
      rest: new Map(),
      frames: 0,
    });
    expect(look(start(arm(0, 10))).segments).toEqual([{ keypoints: forearm, verdict: 'met' }]);
    expect(look(start(arm(0, 120))).segments).toEqual([{ keypoints: forearm, verdict: 'not-met' }]);
  });

  it('are none where nothing is judged', () => {
    expect(look({ is: 'ended' }).segments).toEqual([]);
    expect(look({ ...user, is: 'countdown', since: millis(0), resumes: false }).segments).toEqual([]);
  });
});

describe('the hold clock', () => {
  it('shows the held time of an attempt, and whether it is running', () => {
    const running = { is: 'running', since: millis(1000), last: millis(2500), banked: millis(300) } as const;
    expect(look(opened(arm(165), { hold: 'started', clock: running })).hold).toEqual({
      heldMs: 1800,
      ofMs: 4000,
      running: true,
    });
    const stopped = { is: 'paused', banked: millis(1800) } as const;
    expect(look(opened(arm(130), { hold: 'paused', clock: stopped })).hold).toEqual({
      heldMs: 1800,
      ofMs: 4000,
      running: false,
    });
  });

  it('is absent before a hold begins, and at rest', () => {
    expect(look(opened(arm(100))).hold).toBeUndefined();
    expect(look(ready(arm(0))).hold).toBeUndefined();
  });

  it('of a timed repetition runs through its hold only', () => {
    const tilts = resolve(headTilt, 'front', { hold: seconds(3) }, 1, { is: 'timed' });
    const at = (doing: JudgedPhase) => {
      const stage: Pacing = { is: 'pacing', pacedRep: { doing, end: 0, watch: { ms: millis(700), at: millis(700) } } };
      return sightOf(tilts, stage, pose, 0).hold;
    };
    expect(at('holding')).toEqual({ heldMs: 700, ofMs: 3000, running: true });
    expect((['ready', 'working', 'returning'] as const).map(at)).toEqual([undefined, undefined, undefined]);
  });
});

it('the sight has the pose, its time, the phase, the readings and the progress of the step', () => {
  const readings = arm(100);
  expect(look(opened(readings))).toMatchObject({ at: 5000, pose, phase: 'working', readings, progress: 0.4 });
  expect(look({ is: 'ended' }).readings.size).toBe(0);
});
