import { describe, expect, it } from 'vitest';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { flexionExtension } from '../../src/exercises/flexion-extension.ts';
import { after, to } from './keyframes.ts';
import { coach, eventsOf, filmed, perform, type Play } from './play.ts';
import { hidden } from './staging.ts';

/** Two films of one exercise, the second taken by another camera. */
const turnedFrom = (exercise: typeof cheer, from: number, yaw: number): readonly TimedPose[] => {
  const still = after(exercise, [to(exercise.motion.start ?? {}, 300, 8000)]);
  const turned = filmed(exercise, still, { camera: { yaw } });
  return filmed(exercise, still).map((pose, index) => (pose.at < from ? pose : (turned[index] ?? pose)));
};

describe('the view', () => {
  it.each([
    [butterfly, 17_000, 40, 'turned-away', 'face-the-camera'],
    [cheer, 8000, 40, 'turned-to-lens', 'turn-sideways'],
    [cheer, 8000, 32, 'turned-to-lens', 'turn-sideways'],
  ] as const)('notices when the user turns out of it (%#)', (exercise, from, yaw, fault, cue) => {
    const played = coach(exercise, turnedFrom(exercise, from, yaw));
    expect(played.faults).toContain(fault);
    expect(played.cues).toContain(cue);
  });
});

type Through = NonNullable<Play['through']>;

/** Shoulders and hips narrower by a fifth from a time on, as MoveNet reads them with raised arms. */
const narrowed =
  (from: number): Through =>
  (pose) => {
    if (pose.at < from) return pose;
    const keypoints = { ...pose.keypoints };
    for (const part of ['shoulder', 'hip'] as const) {
      const [left, right] = [pose.keypoints[`left_${part}`], pose.keypoints[`right_${part}`]];
      const inward = (right.x - left.x) / 10;
      keypoints[`left_${part}`] = { ...left, x: left.x + inward };
      keypoints[`right_${part}`] = { ...right, x: right.x - inward };
    }
    return { ...pose, keypoints };
  };

it('a user whose raised arms made the body narrow already in the start posture is not reported as turned', () => {
  const options = { repetitions: 1, hold: seconds(4) };
  const played = perform(butterfly, options, { hold: seconds(3), through: narrowed(11_000) });
  expect(played.faults).toEqual([]);
  expect(played.repetitions).toBe(1);
});

describe('hands that hide where they were last seen', () => {
  it('count as still there: flexion and extension count with both wrists behind the head', () => {
    const options = { repetitions: 2, hold: seconds(3.5), settle: seconds(6) };
    // Calm for ten seconds and two to the start posture, which is held for two more.
    const through = hidden(/wrist/, 14_500, 60_000);
    const played = perform(flexionExtension, options, { hold: seconds(3), through });
    expect(eventsOf(played.events, 'armed')[0]?.at).toBeLessThan(14_500);
    expect(played.repetitions).toBeGreaterThanOrEqual(1);
    expect(played.attempts).toEqual([]);
  });

  it('do not count as there once they were seen elsewhere', () => {
    const lowered = [to({}, 1500, 1500), to({ lean: 40, spineFlexion: 20 }, 2500, 4000), to({}, 2500, 1000)];
    const played = coach(flexionExtension, filmed(flexionExtension, after(flexionExtension, lowered)));
    expect(eventsOf(played.events, 'armed')).toHaveLength(1);
    expect(eventsOf(played.events, 'attempt-opened')).toEqual([]);
  });
});

describe('sight', () => {
  it('reports what is missing after two seconds, pauses, and goes on after a countdown', () => {
    const play = { through: hidden(/elbow/, 8000, 12_000), framesPerSecond: 30 };
    const played = perform(cheer, { repetitions: 2, calm: seconds(16) }, play);
    const types = played.events.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['not-seen', 'session-paused', 'seen-again', 'session-resumed']));
    expect(eventsOf(played.events, 'not-seen')[0]).toMatchObject({
      missing: ['right_elbow'],
      at: expect.closeTo(10_150, -2),
    });
    const [again, resumed] = [eventsOf(played.events, 'seen-again')[0], eventsOf(played.events, 'session-resumed')[0]];
    expect((resumed?.at ?? 0) - (again?.at ?? 0)).toBeGreaterThanOrEqual(3000);
    expect(played.repetitions).toBe(2);
  });

  it('counts no repetition whose top was not seen', () => {
    const played = perform(cheer, { repetitions: 1 }, { through: hidden(/elbow/, 11_200, 12_400) });
    expect(played.repetitions).toBe(0);
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['unseen']);
  });

  it('closes an attempt and pauses when the user leaves in the middle of it', () => {
    const played = perform(cheer, { repetitions: 1 }, { through: hidden(/./, 11_500, 99_000) });
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['unseen']);
    expect(played.events.at(-1)).toMatchObject({ type: 'phase-changed', to: 'paused' });
  });

  it('freezes the hold clock while the elbows are not seen', () => {
    const whole = perform(butterfly, { repetitions: 1, hold: seconds(6) }, { hold: seconds(3) });
    const frozen = perform(
      butterfly,
      { repetitions: 1, hold: seconds(6) },
      { hold: seconds(3), through: hidden(/elbow/, 20_000, 21_500) },
    );
    expect((whole.held[0] ?? 0) - (frozen.held[0] ?? 0)).toBeGreaterThan(1300);
    expect((whole.held[0] ?? 0) - (frozen.held[0] ?? 0)).toBeLessThan(1700);
    expect(eventsOf(frozen.events, 'hold-paused')[0]?.why).toBe('unseen');
  });

  it('asks to move back when hips that were in the picture leave it, and not when they never were', () => {
    for (const exercise of [butterfly, cheer]) {
      const from = exercise === cheer ? 7500 : 17_000;
      const options = { repetitions: 1, calm: seconds(12), settle: seconds(9), hold: seconds(3) };
      const left = perform(exercise, options, { hold: seconds(2), through: hidden(/hip|knee|ankle/, from, 99_000) });
      expect(left.faults).toContain('hips-lost');
      expect(left.cues[0]).toBe('move-back-hips');
      expect(left.repetitions).toBe(1);
      const blinked = perform(exercise, options, { hold: seconds(2), through: hidden(/hip/, from, from + 350) });
      expect(blinked.faults).toEqual([]);
      const never = perform(exercise, options, { hold: seconds(2), through: hidden(/hip|knee|ankle/, 0, 99_000) });
      expect(never.faults).toEqual([]);
    }
  });
});
