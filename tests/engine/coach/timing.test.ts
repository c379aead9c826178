import { describe, expect, it } from 'vitest';
import { pacedRepAt } from '../../../src/engine/coach/metronome.ts';
import { countingInAt } from '../../../src/engine/coach/setup-step.ts';
import type { CountingIn, Stage, Timing } from '../../../src/engine/coach/stage.ts';
import { countIn, keepTime, pace } from '../../../src/engine/coach/timing.ts';
import type { TrainingStep } from '../../../src/engine/coach/training-step.ts';
import type { UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { nothingCounted, type Counts } from '../../../src/engine/feedback/counts.ts';
import type { MeasureKey, Readings } from '../../../src/engine/kinematics/reading.ts';
import { resolve, viewOf } from '../../../src/engine/rules/plan.ts';
import type { JudgedFault } from '../../../src/engine/rules/rulebook.ts';
import { millis, seconds, type Millis } from '../../../src/engine/units.ts';
import { headTilt } from '../../../src/exercises/head-tilt.ts';
import { calibratedAtRest, keypointsAtRest } from './calibrated.ts';

/** One tilt to each side in each of two sets: 2 s rest, 2 s out, 3 s held, 2 s back, so 9 s each. */
const dose = { sets: 2, reps: 1, hold: seconds(3), rest: seconds(20) };
const plan = resolve(headTilt, viewOf(headTilt), dose, 1, { is: 'timed' });
const user = calibratedAtRest(plan, { is: 'timed' });
const keypoints = keypointsAtRest(plan);

/** Steps through a stage with a frame every 100 ms; returns the events with their times, and where it led. */
const stepped = (
  from: Stage,
  stepOf: (stage: Stage, counts: Counts, at: Millis) => TrainingStep,
  until: number,
  before: Counts = nothingCounted,
) => {
  let [stage, counts] = [from, before];
  const events: (readonly [number, UntimedEvent])[] = [];
  for (let at = 100; at <= until && stage.is === from.is; at += 100) {
    const next = stepOf(stage, counts, millis(at));
    ({ stage, counts } = next);
    events.push(...next.events.map((event) => [at, event] as const));
  }
  return { stage, counts, events, types: events.map(([at, { type }]) => [at, type] as const) };
};

const paced = (until: number, before: Counts = nothingCounted) =>
  stepped(
    { is: 'pacing', pacedRep: pacedRepAt(millis(0)) },
    (stage, counts, at) => {
      if (stage.is !== 'pacing') throw new Error('Pacing has ended.');
      return pace(plan, stage, counts, at);
    },
    until,
    before,
  );

/** The readings at rest with the head tilted to the left by so many degrees. */
const tilted = (bend: number): Readings =>
  new Map(user.rest)
    .set('headSideBend.left' satisfies MeasureKey, { seen: true, value: bend, confidence: 0.9 })
    .set('headLean.left' satisfies MeasureKey, { seen: true, value: bend, confidence: 0.9 });

/** Times the repetitions of a user in sight, whose readings depend on the time. */
const kept = (until: number, readingsAt: (at: Millis) => Readings = () => user.rest, timedUser = user) => {
  const timing: Timing = { ...timedUser, is: 'timing', pacedRep: pacedRepAt(millis(0)), faults: new Map() };
  return stepped(
    timing,
    (stage, counts, at) => {
      if (stage.is !== 'timing') throw new Error('Timing has ended.');
      return keepTime(plan, { ...stage, readings: readingsAt(at) }, counts, keypoints, at);
    },
    until,
  );
};

describe('the repetitions of a user who need not be seen', () => {
  it('are timed, and none is counted as done, held or failed', () => {
    const { counts, events } = paced(17_900);
    expect(counts).toEqual({ ...nothingCounted, timed: 1 });
    expect(new Set(events.map(([, { type }]) => type))).toEqual(new Set(['repetition-timed', 'phase-changed']));
  });

  it('are followed by a rest after the last of a set', () => {
    const { stage, counts, types } = paced(60_000);
    expect(stage).toEqual({ is: 'resting-unseen', watch: { ms: 0, at: 18_000 }, ofMs: 20_000 });
    expect(counts).toMatchObject({ timed: 2, sets: 1 });
    expect(types.slice(-3)).toEqual([
      [18_000, 'repetition-timed'],
      [18_000, 'phase-changed'],
      [18_000, 'set-completed'],
    ]);
  });

  it('end the exercise after the last set', () => {
    const { stage, counts } = paced(60_000, { ...nothingCounted, timed: 2, sets: 1 });
    expect(stage).toEqual({ is: 'ended' });
    expect(counts).toMatchObject({ timed: 4, sets: 2 });
  });
});

describe('the repetitions of a user in sight who is not judged', () => {
  it('are timed, and none is counted as done, held or failed', () => {
    const { counts, types } = kept(9000);
    expect(counts).toEqual({ ...nothingCounted, timed: 1 });
    expect(types.at(-2)).toEqual([9000, 'repetition-timed']);
  });

  it('are followed by a rest that keeps the calibration', () => {
    const { stage } = kept(60_000);
    expect(stage).toMatchObject({ is: 'resting', calibration: user.calibration, rest: user.rest, ofMs: 20_000 });
  });

  it('still get a cue for a fault that is seen', () => {
    const { events, counts } = kept(5000, (at) => tilted(at > 3000 ? 60 : 0));
    const others = events.filter(([, { type }]) => type !== 'phase-changed');
    expect(others).toMatchObject([
      [3600, { type: 'fault-noticed', fault: 'too-far', side: 'left' }],
      [3600, { type: 'cue-given', cue: 'ease-off', urgency: 'safety' }],
    ]);
    expect(counts.cues.shown).toMatchObject({ cue: 'ease-off', side: 'left' });
  });

  it('are free of faults in the phases that a fault does not name', () => {
    expect(kept(1900, () => tilted(60)).events).toEqual([]);
  });

  it('leave no fault open where a set ends, of those that also count at rest', () => {
    const { calibration } = user;
    const faults = calibration.rulebook.faults.map((fault): JudgedFault => ({
      ...fault,
      while: ['ready', 'working', 'holding', 'returning'],
    }));
    const strict = { ...user, calibration: { ...calibration, rulebook: { ...calibration.rulebook, faults } } };
    const { events } = kept(60_000, () => tilted(60), strict);
    const of = (type: UntimedEvent['type']) => events.filter(([, event]) => event.type === type);
    expect(of('fault-noticed')).toHaveLength(1);
    expect(of('fault-cleared')).toEqual([[18_000, { type: 'fault-cleared', fault: 'too-far' }]]);
  });
});

describe('the countdown of a user who need not be seen', () => {
  const counted = (stage: CountingIn, at: number) => countIn(stage, millis(at));

  it('lasts three seconds; then the metronome starts at rest', () => {
    let stage: Stage = countingInAt(millis(0));
    const phases: (readonly [number, string])[] = [];
    for (let at = 100; stage.is === 'counting-in'; at += 100) {
      stage = counted(stage, at).stage;
      phases.push([at, stage.is]);
    }
    expect(phases.at(-1)).toEqual([3000, 'pacing']);
    expect(stage).toEqual({ is: 'pacing', pacedRep: pacedRepAt(millis(3000)) });
  });

  it('shows its progress, and that only the time is kept', () => {
    const half: CountingIn = { is: 'counting-in', watch: { ms: millis(1400), at: millis(1400) } };
    expect(counted(half, 1500)).toMatchObject({ progress: 0.5, hint: 'only-the-time', events: [] });
  });

  it('does not advance in a pause', () => {
    expect(counted(countingInAt(millis(0)), 60_000)).toMatchObject({ stage: { is: 'counting-in' }, progress: 0 });
  });
});
