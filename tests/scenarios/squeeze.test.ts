import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import { easyRest, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import { adult, hipHeightOf, standingHipHeightOf } from '../../src/engine/figure/proportions.ts';
import { keypointsFrom } from '../../src/engine/pose/keypoints.ts';
import { seconds } from '../../src/engine/units.ts';
import { shoulderBladeSqueeze as seated } from '../../src/exercises/shoulder-blade-squeeze.ts';
import { coach, eventsOf, filmed, perform, type Play, type Played } from './play.ts';
import { hidden, inTurn } from './staging.ts';

const hold = seconds(2);
const practice: PerformanceOptions = { repetitions: 0, practice: true, calm: seconds(5) };
const twice: PerformanceOptions = { repetitions: 2, hold: seconds(3) };

const standing: Exercise = {
  ...seated,
  motion: {
    ...seated.motion,
    rest: { ...easyRest, rise: 1 },
    ends: seated.motion.ends.map((end) => ({ ...end, rise: 1 })),
  },
};
const risen = standingHipHeightOf(adult) - hipHeightOf(adult);

const ways = (['front', 'side'] as const).flatMap((view) => [
  [view, 'seated', seated, { view, hold, framesPerSecond: 12 }] as const,
  [
    view,
    'standing',
    standing,
    { view, hold, framesPerSecond: 12, camera: { height: briefingCamera(view).height + risen } },
  ] as const,
]);

/** The squeezes after a whole practice. */
const afterPractice = (exercise: Exercise, options: Partial<PerformanceOptions>, play: Play): Played =>
  coach(exercise, filmed(exercise, inTurn(exercise, practice, { ...twice, ...options }), play), play);

describe.each(ways)('a squeeze from the %s, %s', (view, _, exercise, play) => {
  const squeezed = (end: object, amplitude = 1) => afterPractice(exercise, { amplitude, variation: { end } }, play);

  it('counts when it is like the practised one, also when it is somewhat smaller', () => {
    for (const amplitude of [1, 0.75]) {
      const { repetitions, attempts, faults, cues, held } = squeezed({}, amplitude);
      expect({ repetitions, attempts, faults, cues }).toEqual({ repetitions: 2, attempts: [], faults: [], cues: [] });
      for (const heldMs of held) expect(heldMs).toBeGreaterThan(2500);
    }
  });

  it('counts nothing when it is much smaller', () => {
    const small = squeezed({}, 0.4);
    expect(small.repetitions).toBe(0);
    expect(eventsOf(small.events, 'hold-started')).toEqual([]);
  });

  it('counts nothing where the shoulders only come up, and reports it', () => {
    const { repetitions, cues } = squeezed({ protraction: 0, clavicleElevation: 22 });
    expect(cues).toContain('shoulders-down');
    expect(repetitions).toBe(0);
  });

  it('opens no attempt where the shoulders come forward', () => {
    const { events } = squeezed({ protraction: 15 });
    expect(eventsOf(events, 'attempt-opened')).toEqual([]);
  });

  it('counts with the shoulders somewhat up, and reports it', () => {
    const { repetitions, faults, cues } = squeezed({ clavicleElevation: view === 'front' ? 8 : 14 });
    expect(repetitions).toBe(2);
    expect(new Set(faults)).toEqual(new Set(['shrugs']));
    expect(cues).toEqual(['shoulders-down']);
  });

  it('is an attempt short of the range just under three fifths of the practised one', () => {
    // The measures of the front follow the angle a little less than in proportion.
    const { repetitions, attempts, cues } = squeezed({}, view === 'front' ? 0.6 : 0.54);
    const short = expect.objectContaining({ kind: 'range', measure: 'likeness' });
    expect(attempts.map(({ reason }) => reason)).toEqual([short, short]);
    expect(repetitions).toBe(0);
    expect(cues).toContain('squeeze');
  });
});

it('a squeeze from the front does not count with the shoulders far up, and this is reported', () => {
  const { repetitions, cues } = afterPractice(seated, { variation: { end: { clavicleElevation: 14 } } }, { hold });
  expect(repetitions).toBe(0);
  expect(cues).toContain('shoulders-down');
});

/** Noise of a normal distribution, the same at every run (mulberry32, Box-Muller). */
const noise = (seed: number): (() => number) => {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
};

/** Moves every keypoint at random by this share of the shoulder width (SD). */
const trembling = (share: number): NonNullable<Play['through']> => {
  const next = noise(7);
  return (pose) => {
    const { left_shoulder: left, right_shoulder: right } = pose.keypoints;
    const by = share * Math.hypot(left.x - right.x, left.y - right.y);
    const moved = keypointsFrom((name) => {
      const { x, y, score } = pose.keypoints[name];
      return { x: x + by * next(), y: y + by * next(), score };
    });
    return { ...pose, keypoints: moved };
  };
};

const timed: Play = { hold, framesPerSecond: 12, reps: 3 };

/** Only the time was kept: this many repetitions by the clock, and nothing counted, held or attempted. */
const expectTimed = ({ events, repetitions, coaching }: Played) => {
  expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'timed' })]);
  expect(eventsOf(events, 'repetition-timed').map(({ number, ofMs }) => [number, ofMs])).toEqual([
    [1, hold],
    [2, hold],
    [3, hold],
  ]);
  expect(events.filter(({ type }) => /^(attempt|rep-|hold|range)/.test(type))).toEqual([]);
  expect(repetitions).toBe(0);
  expect(coaching).toMatchObject({ targets: 'timed', repetitions: 3, ranges: [] });
  expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
};

describe('a squeeze too weak to be seen', () => {
  const weak = { end: { protraction: -2, clavicleElevation: 0 } };
  const feeble: Exercise = { ...seated, motion: { ...seated.motion, ends: [weak.end] } };
  const trembled = perform(
    feeble,
    { ...twice, repetitions: 5, practice: true, calm: seconds(5) },
    {
      ...timed,
      through: trembling(0.015),
    },
  );

  it('is timed instead, and never counted', () => {
    expectTimed(trembled);
  });

  it('is reported as timed', () => {
    expect(trembled.hints).toContain('only-the-time');
  });

  it('is judged where it is strong enough against the same trembling', () => {
    const strong = perform(
      seated,
      { ...twice, practice: true, calm: seconds(5) },
      {
        ...timed,
        through: trembling(0.015),
      },
    );
    expect(eventsOf(strong.events, 'armed')).toEqual([expect.objectContaining({ range: 'personal' })]);
    expect(strong.repetitions).toBe(2);
  });
});

describe('a squeeze without a practice', () => {
  const still: PerformanceOptions = { repetitions: 0, calm: seconds(60) };
  const byTime: Play = { ...timed, range: { is: 'norm' } };

  it('is timed at once', () => {
    const played = perform(seated, still, byTime);
    expectTimed(played);
    expect(eventsOf(played.events, 'phase-changed').map(({ to }) => to)).not.toContain('practice');
  });

  it('goes through its phases by the clock, in the tempo of the motion', () => {
    const { out, back, pause } = seated.motion.tempo;
    const changes = eventsOf(perform(seated, still, byTime).events, 'phase-changed');
    const begun = changes.findIndex(({ to }) => to === 'ready');
    const expected = [
      ['ready', pause],
      ['working', out],
      ['holding', hold],
      ['returning', back],
      ['ready', pause],
      ['working', out],
    ] as const;
    for (const [index, [phase, lasts]] of expected.entries()) {
      const [change, next] = [changes[begun + index], changes[begun + index + 1]];
      expect(change?.to).toBe(phase);
      expect(Math.abs((next?.at ?? NaN) - (change?.at ?? NaN) - lasts)).toBeLessThan(100);
    }
  });

  it('still reports faults that are seen', () => {
    const lifted = { ...twice, repetitions: 4, calm: seconds(9), variation: { end: { shoulderElevation: 36 } } };
    const played = perform(seated, lifted, byTime);
    expectTimed(played);
    expect(played.faults).toContain('arms-lift');
    expect(played.cues).toContain('arms-hang');
  });

  it('waits for a user who leaves the picture, and goes on when the user is back', () => {
    const played = perform(
      seated,
      { ...still, calm: seconds(70) },
      { ...byTime, through: hidden(/./, 12_000, 18_000) },
    );
    expectTimed(played);
    const [paused, resumed] = [
      eventsOf(played.events, 'session-paused')[0]?.at ?? NaN,
      eventsOf(played.events, 'session-resumed')[0]?.at ?? NaN,
    ];
    expect(paused).toBeGreaterThan(14_000);
    expect(paused).toBeLessThan(14_500);
    expect(resumed).toBeGreaterThan(21_900);
    const between = played.events.filter(({ at }) => at > paused && at < resumed);
    expect(eventsOf(between, 'repetition-timed')).toEqual([]);
    expect(eventsOf(between, 'seen-again')).toHaveLength(1);
  });
});

describe('a squeeze from the side', () => {
  const play: Play = { view: 'side', hold, framesPerSecond: 12 };
  const squeezed = (end: object, through?: Play['through']): Played =>
    afterPractice(seated, { variation: { end } }, through ? { ...play, through } : play);

  /** Moves the shoulders as a detector does that draws them along with an arm: up by a tenth of the upper arm's length. */
  const drawnUp: NonNullable<Play['through']> = (pose) => {
    const { right_shoulder: shoulder, right_elbow: elbow, right_hip: hip } = pose.keypoints;
    // How far the arm is off the trunk; hanging, it lies along it.
    const isOff = Math.abs(elbow.x - shoulder.x) > 0.4 * Math.hypot(elbow.x - shoulder.x, elbow.y - shoulder.y);
    const by = isOff ? 0.07 * Math.hypot(hip.x - shoulder.x, hip.y - shoulder.y) : 0;
    return {
      ...pose,
      keypoints: keypointsFrom((name) => {
        const keypoint = pose.keypoints[name];
        return name.endsWith('shoulder') ? { ...keypoint, y: keypoint.y - by } : keypoint;
      }),
    };
  };

  it('with lifting arms is told of the arms, and not of the shoulder that is drawn along with them', () => {
    expect(new Set(squeezed({ shoulderElevation: 46, elevationPlane: 90 }, drawnUp).faults)).toEqual(
      new Set(['arms-lift']),
    );
  });

  it('is told that the trunk leans back from some ten degrees on, and not by the shoulders that go back', () => {
    expect(squeezed({ lean: -14 }).faults).toContain('leans-back');
    expect(squeezed({ lean: -4 }).faults).not.toContain('leans-back');
  });
});
