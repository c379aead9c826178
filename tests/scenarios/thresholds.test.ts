import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import { seconds } from '../../src/engine/units.ts';
import { keypointsFrom } from '../../src/engine/pose/keypoints.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { arm, cheered, elbows, fluttered, to } from './keyframes.ts';
import { coach, eventsOf, filmed, type Play } from './play.ts';

describe('the range of the cheer', () => {
  /** Whether a raise counts, and if so, whether it is full. */
  const raisedTo = (top: number, { view, ...play }: Play = {}) => {
    const asked: Play = { framesPerSecond: 15, ...play, ...(view ? { view } : {}) };
    const [repetition] = eventsOf(
      cheered([to(arm(top), 2000, 1500), to(arm(0), 4500, 1500)], asked).events,
      'rep-completed',
    );
    return repetition && (repetition.full === true ? 'full' : 'low');
  };

  it('counts from the floor of 120 degrees', () => {
    expect(raisedTo(123)).toBe('low');
    expect(raisedTo(117)).toBeUndefined();
  });

  it('is full ten degrees short of the goal, and not at fifteen', () => {
    expect(raisedTo(152)).toBe('full');
    expect(raisedTo(145)).toBe('low');
  });

  it('widens and narrows with strictness; its floor does not', () => {
    expect(raisedTo(147, { strictness: 1.5 })).toBe('full');
    expect(raisedTo(151, { strictness: 0.8 })).toBe('low');
    for (const strictness of [1.5, 0.8]) {
      expect(raisedTo(123, { strictness })).toBe('low');
      expect(raisedTo(117, { strictness })).toBeUndefined();
    }
  });

  it('counts and is full at the same heights from the front, where the goal is 145 degrees with a tolerance of 15', () => {
    expect(raisedTo(165, { view: 'front' })).toBe('full');
    expect(raisedTo(138, { view: 'front' })).toBe('full');
    expect(raisedTo(100, { view: 'front' })).toBeUndefined();
  });

  it('counts a fast raise whose arms narrow shoulders and hips, and asks for no turn to the camera', () => {
    const raised = scriptOf([to({}, 0, 8000), to(arm(165), 500, 2500), to({}, 4500, 1500)]);
    const play: Play = { framesPerSecond: 15, view: 'front' };
    const narrowed = filmed(cheer, raised, play).map((pose) => {
      const { left_shoulder: left, right_shoulder: right, left_elbow: elbow } = pose.keypoints;
      const by = elbow.y < left.y ? 0.84 : 1;
      const middle = (left.x + right.x) / 2;
      return {
        ...pose,
        keypoints: keypointsFrom((name) => {
          const keypoint = pose.keypoints[name];
          return /shoulder|hip/.test(name) ? { ...keypoint, x: middle + by * (keypoint.x - middle) } : keypoint;
        }),
      };
    });
    const { faults, repetitions } = coach(cheer, narrowed, play);
    expect(faults).not.toContain('turned-away');
    expect(repetitions).toBe(1);
  });

  it('asks to reach up when the arms stop half-way', () => {
    expect(cheered([to(arm(110), 2000, 4000)]).cues).toEqual(['reach-up']);
  });

  it('asks to let the arms hang when they stop on the way down', () => {
    expect(cheered([to(arm(165), 2000, 1000), to(arm(60), 4000, 4000)]).cues).toEqual(['arms-hang']);
  });

  it('opens an attempt from ten degrees on', () => {
    const opened = (top: number) =>
      eventsOf(cheered([to(arm(top), 1000, 1500), to(arm(0), 1500, 1000)]).events, 'attempt-opened').length;
    expect(opened(8)).toBe(0);
    expect(opened(13)).toBe(1);
  });
});

describe('the way back of the cheer', () => {
  it('gives the cue for a fall within a slow lowering', () => {
    const played = cheered([to(arm(165), 2000, 500), to(arm(130), 3000, 1000), to(arm(0), 700, 1500)]);
    expect(played.repetitions).toBe(1);
    expect(played.cues).toEqual(['lower-slowly']);
  });

  it('is told with its time where it was far too fast, and the repetition counts', () => {
    const { events } = cheered([to(arm(165), 2000, 1000), to(arm(0), 800, 1500)]);
    const [repetition] = eventsOf(events, 'rep-completed');
    expect(Math.abs((repetition?.strokes[0]?.back ?? 0) - 800)).toBeLessThan(100);
    expect(eventsOf(events, 'fault-noticed').map(({ fault }) => fault)).toEqual(['fast-return']);
  });
});

describe('the required postures', () => {
  it('make arms that bend at the top an attempt without its posture', () => {
    const bent: JointAngles = { ...arm(165), elbowFlexion: 110 };
    const played = cheered([
      to(arm(120), 1500, 200),
      to(bent, 1000, 1000),
      to(arm(120), 1000, 200),
      to(arm(0), 4000, 1500),
    ]);
    expect(played.repetitions).toBe(0);
    expect(played.attempts[0]?.reason).toEqual({ kind: 'posture', measure: 'elbowFlexion' });
  });

  it('must be taken again at rest when lost on the way: a hand that was at the mouth begins no repetition', () => {
    const drinking: JointAngles = { shoulderElevation: 35, elevationPlane: 80, hand: 'mouth' };
    const reached = [to(drinking, 1000, 800), to(arm(165), 1200, 1000), to(arm(0), 4500, 1500)];
    const lost = cheered(reached);
    expect(lost.repetitions).toBe(0);
    expect(lost.cues).toEqual([]);
    for (const { reason } of lost.attempts) expect(['range', 'posture']).toContain(reason.kind);
    const again = cheered([...reached, to(arm(165), 1500, 1000), to(arm(0), 4500, 1500)]);
    expect(again.repetitions).toBe(1);
  });

  it('close an attempt whose hands have left the shoulders for good', () => {
    const played = fluttered([to(elbows(115), 1500, 1000), to(arm(10), 1200, 3000)]);
    expect(played.attempts[0]?.reason).toEqual({ kind: 'posture', measure: 'handOnShoulder' });
    expect(eventsOf(played.events, 'phase-changed').at(-1)?.to).toBe('ready');
  });
});

describe('the range of the butterfly', () => {
  it('distinguishes elbows together from elbows straight ahead', () => {
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

  it('bridges a flicker in full', () => {
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

describe('a fault', () => {
  const leaning: JointAngles = { ...arm(165), lean: -28 };

  it('is noticed only when it lasts for its dwell', () => {
    const swayed = (stays: number) =>
      cheered([to(arm(165), 1500, 300), to(leaning, 300, stays), to(arm(165), 300, 300), to(arm(0), 4500, 1000)])
        .faults;
    expect(swayed(0)).toEqual([]);
    expect(swayed(1000)).toEqual(['leans-back']);
  });
});
