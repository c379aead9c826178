import { describe, expect, it } from 'vitest';
import { coachingAfter, coachingAtFirst, type Shown } from '../../../src/engine/coach/coaching-of.ts';
import type { Coaching } from '../../../src/engine/coach/coaching.ts';
import { pacedRepAt } from '../../../src/engine/coach/metronome.ts';
import { checkingFraming } from '../../../src/engine/coach/setup-step.ts';
import type { Counting, Paused, Training } from '../../../src/engine/coach/stage.ts';
import { nothingCounted } from '../../../src/engine/feedback/counts.ts';
import { noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import { readyAt } from '../../../src/engine/repetition/ready.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import type { PersonalRange } from '../../../src/engine/rules/personal-range.ts';
import { millis, seconds, sessionTime } from '../../../src/engine/units.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { headTilt } from '../../../src/exercises/head-tilt.ts';
import { jointAnglesOf, poseOf } from '../../scenarios/staging.ts';
import { calibratedAtRest } from './calibrated.ts';

const plan = resolve(cheer, 'side', { sets: 2, reps: 4, rest: seconds(20) }, 1);
const user = calibratedAtRest(plan);
const poseAt = (at: number): TimedPose => poseOf(cheer, jointAnglesOf(cheer).rest, {}, sessionTime(at));

const ownRange: PersonalRange = {
  end: 'up',
  side: undefined,
  measure: 'shoulderFlexion',
  value: 120,
  rest: 0,
  error: 2,
};
const personal = calibratedAtRest(plan, { is: 'personal', ranges: [ownRange] });

const training: Training = {
  ...user,
  is: 'training',
  attempt: readyAt(user.rest),
  faults: new Map(),
  flaws: new Set(),
};
const countdown: Counting = { ...user, is: 'countdown', since: millis(0), resumes: false };
const paused: Paused = {
  ...user,
  is: 'paused',
  since: millis(0),
  unseenSince: millis(0),
  seenSince: undefined,
};

const first = coachingAtFirst(plan, nothingCounted);

/** What the screens show after one frame, at rest in training unless `shown` changes it. */
const after = (before: Coaching, shown: Partial<Shown> = {}, pose: TimedPose = poseAt(100)): Coaching =>
  coachingAfter(
    plan,
    before,
    { stage: training, counts: nothingCounted, easeLevel: 0, hint: undefined, reason: undefined, ...shown },
    pose,
  );

describe('what the screens show', () => {
  it('is the same object where nothing changed', () => {
    const one = after(first);
    expect(one).not.toBe(first);
    expect(after(one, {}, poseAt(200))).toBe(one);
    // Equal content in new objects is no change.
    const cues = {
      ...nothingCounted.cues,
      shown: { cue: 'reach-up', side: undefined, urgency: 'range', since: millis(0) } as const,
    };
    const own: Partial<Shown> = {
      stage: { ...training, ...personal },
      counts: { ...nothingCounted, cues },
      reason: { kind: 'range', measure: 'shoulderFlexion', shortBy: 12 },
    };
    const full = after(one, own);
    expect(full.ranges).toHaveLength(1);
    expect(after(full, structuredClone(own), poseAt(300))).toBe(full);
  });

  it.each([
    ['the ease level', { easeLevel: 1 }],
    ['the number of attempts', { counts: { ...nothingCounted, attempts: 1 } }],
    ['the repetitions', { counts: { ...nothingCounted, repetitions: [1] } }],
    ['the reason', { reason: { kind: 'hold', heldMs: 1, ofMs: 2 } as const }],
    ['the stage', { stage: countdown }],
  ])('is another object where only %s changed', (_, change) => {
    const one = after(first);
    expect(after(one, change)).not.toBe(one);
  });

  it('has the hint in set-up only', () => {
    const hint = 'sit-still';
    expect(after(first, { stage: checkingFraming(plan.range), hint }).hint).toBe(hint);
    expect(after(first, { stage: countdown, hint }).hint).toBe(hint);
    expect(after(first, { hint }).hint).toBeUndefined();
    expect(after(first, { stage: paused, hint }).hint).toBeUndefined();
  });

  it('keeps why the last attempt failed until the next repetition', () => {
    const bent = { kind: 'posture', measure: 'elbowFlexion' } as const;
    const failed = after(after(first), { reason: bent });
    expect(failed.lastReason).toEqual(bent);
    expect(after(failed).lastReason).toEqual(bent);
    expect(after(failed, { reason: null }).lastReason).toBeUndefined();
  });

  it('has whole seconds of a rest, and the set that follows it', () => {
    const watch = { ms: millis(500), at: millis(500) };
    const counts = { ...nothingCounted, sets: 1, repetitions: [4] };
    const resting = { ...user, is: 'resting', watch, ofMs: seconds(20) } as const;
    expect(after(first, { stage: resting, counts })).toMatchObject({
      phase: 'resting',
      restSeconds: 20,
      set: 2,
      ofSets: 2,
      repetitions: 0,
      ofRepetitions: 4,
    });
    expect(after(first, { counts }).restSeconds).toBeUndefined();
  });

  it('remains at the last set when all are done', () => {
    const counts = { ...nothingCounted, sets: 2, repetitions: [8] };
    expect(after(first, { stage: { is: 'ended' }, counts })).toMatchObject({ set: 2, repetitions: 4 });
  });

  it('names the missing keypoints of the judged arm in a pause, and none in training', () => {
    const unseen = { ...poseAt(100), keypoints: noKeypoints };
    expect(after(first, { stage: paused }, unseen).missing).toContain('right_elbow');
    expect(after(first, { stage: paused }).missing).toEqual([]);
    expect(after(first, {}, unseen).missing).toEqual([]);
  });

  it('names in set-up what set-up reported as missing', () => {
    const looking = { ...checkingFraming(plan.range), missing: ['left_hip'] as const };
    expect(after(first, { stage: looking }).missing).toEqual(['left_hip']);
  });

  it('goes on with hint and missing keypoints while an exercise that began by time is timed', () => {
    const behind = { ...checkingFraming(plan.range), missing: ['left_hip'] as const };
    const pacing = { is: 'pacing', pacedRep: pacedRepAt(millis(0)) } as const;
    expect(after(first, { stage: { ...pacing, behind }, hint: 'show-hips' })).toMatchObject({
      phase: 'ready',
      targets: 'timed',
      hint: 'show-hips',
      missing: ['left_hip'],
    });
    expect(after(first, { stage: pacing, hint: 'show-hips' })).toMatchObject({ hint: undefined, missing: [] });
  });

  it('names a measure that cannot be judged, updated at rest and in the countdown only', () => {
    const readings = new Map(user.rest).set('trunkLean', { seen: false, missing: ['left_hip'] });
    const seen = after(first);
    expect(seen.notJudged).toEqual([]);
    const hidden = after(seen, { stage: { ...training, readings } });
    expect(hidden.notJudged).toEqual(['trunkLean']);
    expect(after(seen, { stage: { ...countdown, readings } }).notJudged).toEqual(['trunkLean']);
    expect(after(seen, { stage: { ...paused, readings } }).notJudged).toEqual([]);
    expect(after(hidden, { stage: paused }).notJudged).toEqual(['trunkLean']);
  });

  it('has the own range beside the norm: 90 % of 120 degrees, and 160', () => {
    const { targets, ranges } = after(first, { stage: { ...training, ...personal } });
    expect(targets).toBe('personal');
    expect(ranges).toMatchObject([{ end: 'up', measure: 'shoulderFlexion', value: 120, error: 2, norm: 160 }]);
    expect(ranges[0]?.target).toBeGreaterThanOrEqual(108);
    expect(ranges[0]?.target).toBeLessThanOrEqual(120);
    expect(after(first)).toMatchObject({ targets: 'norm', ranges: [] });
  });

  it('has the endpoint and the side of a timed repetition', () => {
    const tilts = resolve(headTilt, 'front', { reps: 2 }, 1, { is: 'timed' });
    const towards = (timed: number) =>
      coachingAfter(
        tilts,
        coachingAtFirst(tilts, nothingCounted),
        {
          stage: { is: 'pacing', pacedRep: { doing: 'working', end: 0, watch: { ms: millis(0), at: millis(0) } } },
          counts: { ...nothingCounted, timed },
          easeLevel: 0,
          hint: undefined,
          reason: undefined,
        },
        poseAt(0),
      ).towards;
    expect([0, 1, 2].map(towards)).toEqual([
      { end: 'tilted', side: 'left' },
      { end: 'tilted', side: 'right' },
      { end: 'tilted', side: 'left' },
    ]);
    expect(after(first).towards).toBeUndefined();
  });
});

describe('what the screens show at first', () => {
  it('continues from the counts of an interrupted session', () => {
    expect(coachingAtFirst(plan, { sets: 1, repetitions: [6], attempts: 3, timed: 0, eased: 1 })).toMatchObject({
      phase: 'looking',
      set: 2,
      repetitions: 2,
      attempts: 3,
      easeLevel: 1,
    });
  });

  it('names the kind of targets that the range leads to', () => {
    const targets = (range: Parameters<typeof resolve>[4]) =>
      coachingAtFirst(resolve(cheer, 'side', {}, 1, range), nothingCounted).targets;
    expect(targets({ is: 'norm' })).toBe('norm');
    expect(targets({ is: 'practice' })).toBe('personal');
    expect(targets({ is: 'kept', ranges: [ownRange] })).toBe('personal');
    expect(targets({ is: 'timed' })).toBe('timed');
  });
});
