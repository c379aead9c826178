import { describe, expect, it } from 'vitest';
import { afterSet, rest, restLeft, withRest } from '../../../src/engine/coach/sets.ts';
import type { SetUpStep } from '../../../src/engine/coach/setup-step.ts';
import type { Resting, RestingUnseen, Stage } from '../../../src/engine/coach/stage.ts';
import { nothingCounted } from '../../../src/engine/feedback/counts.ts';
import { resolve, viewOf } from '../../../src/engine/rules/plan.ts';
import { millis, seconds, type Millis } from '../../../src/engine/units.ts';
import { shoulderFlexion } from '../../../src/exercises/shoulder-flexion.ts';
import { calibratedAtRest } from './calibrated.ts';

const plan = resolve(shoulderFlexion, viewOf(shoulderFlexion), { sets: 3, reps: 2, rest: seconds(20) }, 1);
const user = calibratedAtRest(plan);

const isResting = (stage: Stage): stage is Resting | RestingUnseen =>
  stage.is === 'resting' || stage.is === 'resting-unseen';

/** The rest of 20 s after the first set, which ended at this time. */
const restFrom = (at: Millis, sight: 'seen' | 'need not be seen' = 'seen'): Resting | RestingUnseen => {
  const { stage } = afterSet(plan, nothingCounted, sight === 'seen' ? user : undefined, at);
  if (!isResting(stage)) throw new Error('A set that is not the last is followed by a rest.');
  return stage;
};

/** Rests with a frame every 100 ms; returns the step that ends the rest, and its time. */
const restedFrom = (stage: Resting | RestingUnseen): readonly [number, SetUpStep] => {
  let resting = stage;
  for (let at = stage.watch.at + 100; at < stage.watch.at + 120_000; at += 100) {
    const step = rest(resting, millis(at));
    if (!isResting(step.stage)) return [at, step];
    resting = step.stage;
  }
  throw new Error('The rest does not end.');
};

describe('a completed set', () => {
  it('is counted, and a rest follows while sets remain', () => {
    const { stage, counts, events } = afterSet(plan, { ...nothingCounted, sets: 1, attempts: 4 }, user, millis(7000));
    expect(stage).toMatchObject({ is: 'resting', ofMs: 20_000, watch: { ms: 0, at: 7000 } });
    expect(counts).toEqual({ ...nothingCounted, sets: 2, attempts: 4 });
    expect(events).toEqual([{ type: 'set-completed', set: 2 }]);
  });

  it('ends the exercise when it is the last, without a rest', () => {
    const { stage, counts, events } = afterSet(plan, { ...nothingCounted, sets: 2 }, user, millis(7000));
    expect(stage).toEqual({ is: 'ended' });
    expect(counts.sets).toBe(3);
    expect(events).toEqual([]);
  });

  it('keeps the calibration of a user in sight, and needs none of a user who need not be seen', () => {
    const { calibration, rest: start } = user;
    expect(restFrom(millis(0))).toMatchObject({ is: 'resting', calibration, rest: start });
    const { stage, events } = afterSet(plan, nothingCounted, undefined, millis(0));
    expect(stage).toEqual({ is: 'resting-unseen', watch: { ms: 0, at: 0 }, ofMs: 20_000 });
    expect(events).toEqual([{ type: 'set-completed', set: 1 }]);
  });
});

describe('a rest', () => {
  it('counts down in whole seconds, rounded up', () => {
    const left = (ms: number): number =>
      restLeft({ ...restFrom(millis(0)), watch: { ms: millis(ms), at: millis(ms) } });
    expect([0, 1, 999, 1000, 1001, 18_999, 19_000, 19_999].map(left)).toEqual([20, 20, 20, 19, 19, 2, 1, 1]);
    expect([20_000, 25_000].map(left)).toEqual([0, 0]);
  });

  it('leads to the countdown after the prescribed time, from the same start posture', () => {
    const [at, { stage, events }] = restedFrom(restFrom(millis(5000)));
    expect(at).toBe(25_000);
    expect(stage).toMatchObject({ is: 'countdown', since: 25_000, rest: user.rest, resumes: false });
    expect(events).toEqual([]);
  });

  it('leads to the countdown by time for a user who need not be seen', () => {
    const [at, { stage, hint }] = restedFrom(restFrom(millis(0), 'need not be seen'));
    expect([at, stage, hint]).toEqual([20_000, { is: 'counting-in', watch: { ms: 0, at: 20_000 } }, 'only-the-time']);
  });

  it('shows its progress', () => {
    const half = { ...restFrom(millis(0)), watch: { ms: millis(9500), at: millis(9500) } };
    expect(rest(half, millis(10_000)).progress).toBeCloseTo(0.5);
  });

  it('does not advance in a pause', () => {
    const { stage } = rest(restFrom(millis(0)), millis(60_000));
    expect(isResting(stage) && restLeft(stage)).toBe(20);
  });

  it('begins set-up again for a user who has been out of sight for more than ten seconds, else not', () => {
    const lost = (lostSince: number) =>
      restedFrom({ ...restFrom(millis(0)), lostSince: millis(lostSince) } as Resting)[1];
    expect(lost(9900)).toMatchObject({ stage: { is: 'looking', range: { is: 'norm' } }, hint: 'step-into-view' });
    expect(lost(10_000).stage.is).toBe('countdown');
  });
});

describe('the user', () => {
  it('ends a rest: the countdown begins with the next frame', () => {
    const ended = withRest(restFrom(millis(0)), 'end');
    if (!isResting(ended)) throw new Error('A rest ends with a frame.');
    expect(restLeft(ended)).toBe(0);
    expect(restedFrom(ended)[0]).toBe(100);
  });

  it('makes a rest longer, more than once', () => {
    const byTen = { longerBy: seconds(10) };
    const longer = withRest(withRest(restFrom(millis(0)), byTen), byTen);
    expect(isResting(longer) && restLeft(longer)).toBe(40);
    expect(isResting(longer) && restedFrom(longer)[0]).toBe(40_000);
    expect(withRest(restFrom(millis(0), 'need not be seen'), byTen)).toMatchObject({
      is: 'resting-unseen',
      ofMs: 30_000,
    });
  });

  it('changes nothing outside a rest', () => {
    const ended: Stage = { is: 'ended' };
    expect(withRest(ended, 'end')).toBe(ended);
    expect(withRest(ended, { longerBy: seconds(10) })).toBe(ended);
  });
});
