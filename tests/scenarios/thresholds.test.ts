import { describe, expect, it } from 'vitest';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { scriptOf, type Keyframe } from '../../src/engine/figure/performance.ts';
import type { Stance } from '../../src/engine/figure/stance.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { coach, eventsOf, filmed, perform, type Play, type Played } from './play.ts';

/** The start of an exercise, then these keyframes. */
const after = (exercise: typeof cheer, keyframes: readonly Keyframe[]) =>
  scriptOf([...keyframesOf(exercise.motion, { repetitions: 0 }).slice(0, -1), ...keyframes]);

const arm = (shoulderElevation: number): Stance => ({ shoulderElevation, elevationPlane: 90 });
const elbows = (elevationPlane: number, more: Stance = {}): Stance => ({
  shoulderElevation: 90,
  elevationPlane,
  hand: 'own-shoulder',
  ...more,
});
const to = (stance: Stance, takes: number, stays: number): Keyframe => ({
  stance,
  takes: millis(takes),
  stays: millis(stays),
});

const cheered = (keyframes: readonly Keyframe[], play?: Play): Played =>
  coach(cheer, filmed(cheer, after(cheer, keyframes), play), play);
const fluttered = (keyframes: readonly Keyframe[], play?: Play): Played =>
  coach(butterfly, filmed(butterfly, after(butterfly, keyframes), play), { hold: seconds(2), ...play });

describe('the range of the cheer', () => {
  const raisedTo = (top: number, strictness = 1) =>
    cheered([to(arm(top), 2000, 1500), to(arm(0), 4500, 1500)], { strictness }).repetitions;

  it('is met ten degrees short of the goal, and not at fifteen', () => {
    expect(raisedTo(152)).toBe(1);
    expect(raisedTo(145)).toBe(0);
  });

  it('widens and narrows with strictness', () => {
    expect(raisedTo(147, 1.5)).toBe(1);
    expect(raisedTo(151, 0.8)).toBe(0);
  });

  it('asks to reach up when the arms stop half-way', () => {
    expect(cheered([to(arm(110), 2000, 4000)]).cues).toEqual(['reach-up']);
  });

  it('asks to let the arms hang when they stop on the way down', () => {
    expect(cheered([to(arm(165), 2000, 1000), to(arm(60), 4000, 4000)]).cues).toEqual(['arms-hang']);
  });

  it('opens no attempt before 30 % of the way to the goal', () => {
    const opened = (top: number) =>
      eventsOf(cheered([to(arm(top), 1000, 1500), to(arm(0), 1500, 1000)]).events, 'attempt-opened').length;
    expect(opened(44)).toBe(0);
    expect(opened(55)).toBe(1);
  });
});

describe('the way back of the cheer', () => {
  it('gives the cue for a fall within a slow lowering', () => {
    const played = cheered([to(arm(165), 2000, 500), to(arm(130), 3000, 1000), to(arm(0), 700, 1500)]);
    expect(played.repetitions).toBe(1);
    expect(played.cues).toEqual(['lower-slowly']);
  });

  it('says how long it took where it was too fast to count', () => {
    const [attempt] = cheered([to(arm(165), 2000, 1000), to(arm(0), 800, 1500)]).attempts;
    expect(attempt?.reason).toMatchObject({ kind: 'return', ofMs: 2500, tookMs: expect.closeTo(520, -2) });
  });
});

describe('the required postures', () => {
  it('calls arms that bend at the top an attempt without its posture', () => {
    const bent: Stance = { ...arm(165), elbowFlexion: 110 };
    const played = cheered([
      to(arm(120), 1500, 200),
      to(bent, 1000, 1000),
      to(arm(120), 1000, 200),
      to(arm(0), 4000, 1500),
    ]);
    expect(played.repetitions).toBe(0);
    expect(played.attempts[0]?.reason).toEqual({ kind: 'posture', measure: 'elbowFlexion' });
  });

  it('wants rest first when the posture was lost on the way: a hand that was at the mouth opens no attempt', () => {
    const drinking: Stance = { shoulderElevation: 35, elevationPlane: 80, hand: 'mouth' };
    const reached = [to(drinking, 1000, 800), to(arm(165), 1200, 1000), to(arm(0), 4500, 1500)];
    expect(eventsOf(cheered(reached).events, 'attempt-opened')).toEqual([]);
    const again = cheered([...reached, to(arm(165), 1500, 1000), to(arm(0), 4500, 1500)]);
    expect(again.repetitions).toBe(1);
  });

  it('closes an attempt whose hands have left the shoulders for good', () => {
    const played = fluttered([to(elbows(115), 1500, 1000), to(arm(10), 1200, 3000)]);
    expect(played.attempts[0]?.reason).toEqual({ kind: 'posture', measure: 'handOnShoulder' });
    expect(eventsOf(played.events, 'phase-changed').at(-1)?.to).toBe('ready');
  });
});

describe('the range of the butterfly', () => {
  it('tells elbows together from elbows straight ahead', () => {
    const straightAhead = fluttered([to(elbows(90), 1500, 3000), to(elbows(0), 1500, 1000)]);
    expect(straightAhead.attempts.map(({ reason }) => reason.kind)).toEqual(['range']);
    expect(straightAhead.cues).toEqual(['elbows-together']);
    expect(fluttered([to(elbows(115, { protraction: 20 }), 1500, 3000), to(elbows(0), 1500, 1000)]).repetitions).toBe(
      1,
    );
  });

  it('asks to open wide when the elbows stop on the way back', () => {
    const played = fluttered([to(elbows(115, { protraction: 20 }), 1500, 3000), to(elbows(78), 1500, 4000)]);
    expect(played.repetitions).toBe(0);
    expect(played.cues).toEqual(['open-wide']);
  });

  it('arms only in the start posture', () => {
    const play = { hold: seconds(2) };
    const half = scriptOf([to({ shoulderElevation: 5 }, 0, 8000), to(elbows(90), 1500, 8000)]);
    const played = coach(butterfly, filmed(butterfly, half), play);
    expect(eventsOf(played.events, 'armed')).toEqual([]);
    expect(eventsOf(played.events, 'phase-changed').at(-1)?.to).toBe('start');
  });
});

describe('the hold clock', () => {
  const closed = elbows(115, { protraction: 20 });
  const apart = elbows(85);

  it('forgives a flicker whole', () => {
    const played = fluttered([
      to(closed, 1500, 2000),
      to(elbows(100), 250, 0),
      to(closed, 250, 2000),
      to(elbows(0), 1500, 1000),
    ]);
    expect(eventsOf(played.events, 'hold-paused')).toEqual([]);
    expect(played.held[0]).toBeGreaterThan(4500);
  });

  it('pauses where the posture is left, goes on, and never resets', () => {
    const play = { hold: seconds(4) };
    const played = fluttered(
      [to(closed, 1500, 2000), to(apart, 700, 1500), to(closed, 700, 2600), to(elbows(0), 1500, 1000)],
      play,
    );
    const types = played.events.map(({ type }) => type).filter((type) => type.startsWith('hold'));
    expect(types).toEqual(['hold-started', 'hold-paused', 'hold-resumed', 'hold-completed', 'hold-ended']);
    expect(eventsOf(played.events, 'hold-paused')[0]?.why).toBe('posture');
    expect(played.held[0]).toBeGreaterThan(4600);
    expect(played.held[0]).toBeLessThan(6400);
    expect(played.repetitions).toBe(1);
  });
});

/** Two films of one exercise, the second taken by another camera. */
const turnedFrom = (exercise: typeof cheer, from: number, yaw: number): readonly TimedPose[] => {
  const still = after(exercise, [to(exercise.motion.start ?? {}, 300, 8000)]);
  const turned = filmed(exercise, still, { camera: { yaw } });
  return filmed(exercise, still).map((pose, index) => (pose.at < from ? pose : (turned[index] ?? pose)));
};

describe('a fault', () => {
  const leaning: Stance = { ...arm(165), lean: -28 };

  it('is noticed only when it lasts for its dwell', () => {
    const swayed = (stays: number) =>
      cheered([to(arm(165), 1500, 300), to(leaning, 300, stays), to(arm(165), 300, 300), to(arm(0), 4500, 1000)])
        .faults;
    expect(swayed(0)).toEqual([]);
    expect(swayed(1000)).toEqual(['leans-back']);
  });
});

describe('the view', () => {
  it.each([
    [butterfly, 17_000, 40, 'turned-away', 'face-the-camera'],
    [cheer, 8000, 40, 'turned-to-lens', 'turn-sideways'],
  ] as const)('notices when the person of %# turns out of it', (exercise, from, yaw, fault, cue) => {
    const played = coach(exercise, turnedFrom(exercise, from, yaw));
    expect(played.faults).toContain(fault);
    expect(played.cues).toContain(cue);
  });

  it.each([
    [butterfly, 'face-the-camera'],
    [cheer, 'turn-sideways'],
  ] as const)('asks the person of %# to turn, and judges nothing meanwhile', (exercise, hint) => {
    const played = coach(exercise, filmed(exercise, after(exercise, [to({}, 300, 4000)]), { camera: { yaw: 80 } }));
    expect(played.events).toEqual([]);
    expect(played.sights.at(-1)?.phase).toBe('looking');
    expect(played.hints).toEqual([hint]);
  });
});

describe('sight', () => {
  const hidden =
    (from: number, until: number, part: RegExp): NonNullable<Play['through']> =>
    (pose) => {
      if (pose.at < from || pose.at >= until) return pose;
      const entries = Object.entries(pose.keypoints).map(([name, keypoint]) => [
        name,
        part.test(name) ? { ...keypoint, score: 0 } : keypoint,
      ]);
      return { ...pose, keypoints: Object.fromEntries(entries) as TimedPose['keypoints'] };
    };

  it('says what is missing after two seconds, pauses, and goes on after a countdown', () => {
    const played = perform(cheer, { repetitions: 2, calm: seconds(16) }, { through: hidden(8000, 12_000, /elbow/) });
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
    const played = perform(cheer, { repetitions: 1 }, { through: hidden(11_200, 12_400, /elbow/) });
    expect(played.repetitions).toBe(0);
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['unseen']);
  });

  it('closes an attempt and pauses when the person leaves in the middle of it', () => {
    const played = perform(cheer, { repetitions: 1 }, { through: hidden(11_500, 99_000, /./) });
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['unseen']);
    expect(played.events.at(-1)).toMatchObject({ type: 'phase-changed', to: 'paused' });
  });

  it('freezes the hold clock while the elbows are not seen', () => {
    const whole = perform(butterfly, { repetitions: 1, hold: seconds(6) }, { hold: seconds(3) });
    const frozen = perform(
      butterfly,
      { repetitions: 1, hold: seconds(6) },
      { hold: seconds(3), through: hidden(20_000, 21_500, /elbow/) },
    );
    expect((whole.held[0] ?? 0) - (frozen.held[0] ?? 0)).toBeGreaterThan(1300);
    expect((whole.held[0] ?? 0) - (frozen.held[0] ?? 0)).toBeLessThan(1700);
    expect(eventsOf(frozen.events, 'hold-paused')[0]?.why).toBe('unseen');
  });

  it('trains both exercises with the hips hidden, and lists what it then cannot judge', () => {
    for (const exercise of [butterfly, cheer]) {
      const played = perform(
        exercise,
        { repetitions: 1, hold: seconds(3) },
        { hold: seconds(2), through: hidden(0, 99_000, /hip|knee|ankle/) },
      );
      expect(played.repetitions).toBe(1);
      expect(played.notJudged.length).toBeGreaterThan(0);
    }
  });

  it('asks to move back when hips that were in the picture leave it, and not when they never were', () => {
    for (const exercise of [butterfly, cheer]) {
      const from = exercise === cheer ? 7500 : 17_000;
      const options = { repetitions: 1, calm: seconds(12), settle: seconds(9), hold: seconds(3) };
      const left = perform(exercise, options, { hold: seconds(2), through: hidden(from, 99_000, /hip|knee|ankle/) });
      expect(left.faults).toContain('hips-lost');
      expect(left.cues[0]).toBe('move-back-hips');
      expect(left.repetitions).toBe(1);
      const blinked = perform(exercise, options, { hold: seconds(2), through: hidden(from, from + 350, /hip/) });
      expect(blinked.faults).toEqual([]);
      const never = perform(exercise, options, { hold: seconds(2), through: hidden(0, 99_000, /hip|knee|ankle/) });
      expect(never.faults).toEqual([]);
    }
  });

  it('loses nothing with a fifth of the frames lost, at 10 and at 60 frames a second', () => {
    for (const exercise of [butterfly, cheer])
      for (const framesPerSecond of [10, 60]) {
        let index = 0;
        const through: Play['through'] = (pose) => (index++ % 5 === 3 ? undefined : pose);
        expect(
          perform(exercise, { repetitions: 2, hold: seconds(3) }, { hold: seconds(2), framesPerSecond, through })
            .repetitions,
        ).toBe(2);
      }
  });
});
