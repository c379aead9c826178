import { describe, expect, it } from 'vitest';
import { checkFraming } from '../../../src/engine/coach/setup.ts';
import {
  checkingFraming,
  countingFrom,
  countingInAt,
  lookingAgain,
  step,
} from '../../../src/engine/coach/setup-step.ts';
import type { CheckingFraming, Paused } from '../../../src/engine/coach/stage.ts';
import { noKeypoints, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { resolve, viewOf } from '../../../src/engine/rules/plan.ts';
import { millis, sessionTime } from '../../../src/engine/units.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { jointAnglesOf, poseOf } from '../../scenarios/staging.ts';
import { calibratedAtRest } from './calibrated.ts';

const plan = resolve(cheer, viewOf(cheer), {}, 1);
const norm = { is: 'norm' } as const;
const user = calibratedAtRest(plan);
const atRest = poseOf(cheer, jointAnglesOf(cheer).rest);

/** The events of a framing check with a frame every 100 ms, each with its time; returns the last stage too. */
const looked = (from: CheckingFraming, keypoints: Keypoints, begins: number, ends: number) => {
  let stage = from;
  const events: unknown[] = [];
  for (let at = begins; at < ends; at += 100) {
    const next = checkFraming(plan, stage, { ...atRest, keypoints, at: sessionTime(at) });
    events.push(...next.events.map((event) => [at, event]));
    if (next.stage.is !== 'looking') break;
    stage = next.stage;
  }
  return { stage, events, types: events.map((event) => (event as [number, { type: string }])[1].type) };
};

describe('looking for the user again', () => {
  const paused: Paused = {
    ...user,
    is: 'paused',
    since: millis(12_000),
    unseenSince: millis(10_000),
    lostSince: millis(10_000),
    seenSince: undefined,
  };

  it('after a pause does not report the same loss of sight twice, and reports its whole time and the resumption', () => {
    const again = lookingAgain(paused, norm);
    const unseen = looked(again, noKeypoints, 23_000, 30_000);
    expect(unseen.events).toEqual([]);
    expect(looked(unseen.stage, atRest.keypoints, 30_000, 30_100).events).toEqual([
      [30_000, { type: 'seen-again', forMs: 20_000 }],
      [30_000, { type: 'session-resumed' }],
    ]);
  });

  it('during set-up keeps that the loss of sight was reported', () => {
    const lost = looked(checkingFraming(norm), noKeypoints, 0, 3000);
    expect(lost.types).toEqual(['not-seen']);
    const again = lookingAgain(lost.stage, norm);
    const unseen = looked(again, noKeypoints, 3000, 6000);
    expect(unseen.events).toEqual([]);
    // Set-up was not paused, so that nothing resumes.
    expect(looked(unseen.stage, atRest.keypoints, 6000, 6100).events).toEqual([
      [6000, { type: 'seen-again', forMs: 6000 }],
    ]);
  });

  it('during set-up keeps what is missing on the screen, and a pause', () => {
    const before: CheckingFraming = {
      ...checkingFraming(norm),
      missing: ['nose'],
      blindSince: millis(100),
      isBlindSaid: true,
      isPaused: true,
      framedSince: millis(50),
    };
    expect(lookingAgain(before, { is: 'practice' })).toEqual({
      ...before,
      range: { is: 'practice' },
      framedSince: undefined,
    });
  });

  it('of a user who was in sight starts with nothing reported', () => {
    expect(lookingAgain({ is: 'ended' }, norm)).toEqual(checkingFraming(norm));
    const { types } = looked(lookingAgain({ is: 'ended' }, norm), noKeypoints, 0, 3000);
    expect(types).toEqual(['not-seen']);
  });
});

describe('a step of set-up', () => {
  it('has a progress between 0 and 1', () => {
    const progressOf = (progress: number): number => step({ is: 'ended' }, undefined, progress).progress;
    expect([-0.5, 0, 0.4, 1, 1.2].map(progressOf)).toEqual([0, 0, 0.4, 1, 1]);
  });

  it('has no hint, no progress and no events unless they are given', () => {
    expect(step({ is: 'ended' })).toEqual({ stage: { is: 'ended' }, hint: undefined, progress: 0, events: [] });
  });
});

describe('a countdown', () => {
  it('keeps the user as calibrated, and whether it resumes', () => {
    const { calibration, filters, readings, lostSince, rest } = user;
    const kept = { calibration, filters, readings, lostSince, rest };
    expect(countingFrom(user, rest, millis(500), true)).toEqual({
      ...kept,
      is: 'countdown',
      since: 500,
      resumes: true,
    });
  });

  it('starts at zero for a user who need not be seen', () => {
    expect(countingInAt(millis(500))).toEqual({ is: 'counting-in', watch: { ms: 0, at: 500 } });
  });
});
