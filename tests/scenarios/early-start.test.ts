import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { scriptOf, type Keyframe } from '../../src/engine/figure/performance.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { seconds } from '../../src/engine/units.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { shoulderBladeSqueeze } from '../../src/exercises/shoulder-blade-squeeze.ts';
import { arm, cheered, to } from './keyframes.ts';
import { coach, eventsOf, filmed, type Play, type Played } from './play.ts';

const play: Play = { framesPerSecond: 15 };

const lift = (top = 165): readonly Keyframe[] => [to(arm(top), 1800, 300), to(arm(0), 3200, 300)];
const lifts = (times: number, top = 165): readonly Keyframe[] => Array.from({ length: times }, () => lift(top)).flat();

/** The cheer from its very first frame. */
const fromTheStart = (keyframes: readonly Keyframe[], more: Play = {}): Played => {
  const script = scriptOf([to(arm(0), 0, 0), ...keyframes]);
  return coach(cheer, filmed(cheer, script, { ...play, ...more }), { ...play, ...more });
};

const typesOf = ({ events }: Played): readonly string[] => events.map(({ type }) => type);

describe('a user who begins without waiting for set-up', () => {
  it('is armed with the first repetition, which counts as number 1', () => {
    const played = fromTheStart(lifts(3));
    expect(eventsOf(played.events, 'armed')).toMatchObject([{ range: 'norm', side: 'right', goals: [{ end: 'up' }] }]);
    expect(eventsOf(played.events, 'rep-completed').map(({ number, full }) => [number, full])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect(played.coaching).toMatchObject({ repetitions: 3, attempts: 0 });
  });

  it('is told nothing before that repetition, and is armed in its last frame', () => {
    const { events } = fromTheStart(lifts(2));
    const [armed] = eventsOf(events, 'armed');
    const [first] = eventsOf(events, 'rep-completed');
    expect(armed?.at).toBe(first?.at);
    // The arm is back after 5.3 s.
    expect(Math.abs((armed?.at ?? 0) - 5300)).toBeLessThan(1000);
    const before = events.slice(
      0,
      events.findIndex(({ type }) => type === 'armed'),
    );
    expect(before.filter(({ type }) => type !== 'phase-changed')).toEqual([]);
    expect(typesOf({ events } as Played).slice(before.length, before.length + 3)).toEqual([
      'armed',
      'attempt-opened',
      'rep-completed',
    ]);
  });

  it('has every attempt opened before it is closed, in the right phases', () => {
    // The arm turns at 45 degrees: the first repetition ends with the next one already open.
    const { events } = fromTheStart([
      to(arm(165), 1800, 300),
      to(arm(45), 2500, 0),
      to(arm(165), 1800, 300),
      to(arm(0), 3200, 2000),
    ]);
    expect(events.flatMap((event) => (/^(attempt|rep)-/.test(event.type) ? [event.type] : []))).toEqual([
      'attempt-opened',
      'rep-completed',
      'attempt-opened',
      'rep-completed',
    ]);
    for (const [index, { from }] of eventsOf(events, 'phase-changed').entries())
      expect(from).toBe(eventsOf(events, 'phase-changed')[index - 1]?.to ?? 'looking');
  });

  it('has nothing counted that fell short of a repetition before', () => {
    const played = fromTheStart([...lifts(2, 90), ...lifts(2)]);
    expect(played.coaching).toMatchObject({ repetitions: 2, attempts: 0, easeLevel: 0 });
    expect(played.attempts).toEqual([]);
    expect(eventsOf(played.events, 'attempt-opened')).toHaveLength(2);
  });

  it('has no target eased by what was not shown', () => {
    const played = fromTheStart([...lifts(3, 90), ...lifts(1)]);
    expect(played.coaching.easeLevel).toBe(0);
    expect(eventsOf(played.events, 'goals-eased')).toEqual([]);
  });

  it('completes a set with that repetition where it is the last one', () => {
    const played = fromTheStart([...lifts(1), to(arm(0), 0, 12_000), ...lifts(1)], {
      sets: 2,
      reps: 1,
      rest: seconds(3),
    });
    expect(played.events.flatMap(({ type }) => (/^(armed|rep|set|session)/.test(type) ? [type] : []))).toEqual([
      'armed',
      'rep-completed',
      'set-completed',
      'armed',
      'rep-completed',
      'session-ended',
    ]);
  });

  it('is set up as usual after movements of another kind', () => {
    const wave = [to({ ...arm(100), elbowFlexion: 110 }, 700, 200), to(arm(0), 700, 300)];
    const played = fromTheStart([...wave, ...wave, ...wave, to(arm(0), 0, 9000), ...lift()]);
    expect(eventsOf(played.events, 'phase-changed').map(({ to: phase }) => phase)).toContain('countdown');
    expect(played.repetitions).toBe(1);
    expect(played.attempts).toEqual([]);
  });
});

describe('a user who begins during the countdown', () => {
  /** Three seconds of neutral after half a second of framing, then 3-2-1. */
  const countdownAt = (): number => {
    const { events } = cheered([to(arm(0), 0, 3000)], play);
    return eventsOf(events, 'armed')[0]?.at ?? NaN;
  };
  const begunAfter = (ms: number, reps: number): Played => {
    const calm = to(arm(0), 0, countdownAt() + ms);
    const script = scriptOf([calm, ...lifts(reps), to(arm(0), 0, 1500)]);
    return coach(cheer, filmed(cheer, script, play), play);
  };

  it.each([200, 1000, 2000, 2800])('has that repetition counted where it begins %i ms after 3', (ms) => {
    const played = begunAfter(ms, 2);
    expect(eventsOf(played.events, 'rep-completed').map(({ number }) => number)).toEqual([1, 2]);
    expect(played.attempts).toEqual([]);
    expect(eventsOf(played.events, 'armed')).toHaveLength(1);
    expect(eventsOf(played.events, 'attempt-opened')).toHaveLength(2);
  });

  it('has the open attempt shown once the countdown is over', () => {
    const { events } = begunAfter(1000, 1);
    const over = eventsOf(events, 'phase-changed').find(({ from }) => from === 'countdown');
    expect(over?.to).not.toBe('ready');
    expect(eventsOf(events, 'attempt-opened')[0]?.at).toBe(over?.at);
  });
});

describe('a hold that a user begins during the countdown', () => {
  const of = (hold: number, needs: number): Played => {
    const options = { repetitions: 1, calm: seconds(4.5), hold: seconds(hold) };
    const asked: Play = { ...play, hold: seconds(needs) };
    return coach(headTilt, filmed(headTilt, performanceOf(headTilt.motion, options), asked), asked);
  };
  const holdsIn = ({ events }: Played): readonly string[] =>
    events.flatMap(({ type }) => (type.startsWith('hold-') ? [type] : []));

  it('is opened with its attempt when the countdown is over, and closed', () => {
    const played = of(4, 3);
    expect(eventsOf(played.events, 'rep-completed')[0]).toMatchObject({ number: 1, side: 'left' });
    expect(holdsIn(played)).toEqual([
      'hold-started',
      'hold-completed',
      'hold-ended',
      'hold-started',
      'hold-completed',
      'hold-ended',
    ]);
    const [opened] = eventsOf(played.events, 'attempt-opened');
    const [started] = eventsOf(played.events, 'hold-started');
    expect(started).toMatchObject({ at: opened?.at, end: 'tilted', side: 'left' });
  });

  it('is completed at once where its time was over before', () => {
    const played = of(4, 0.5);
    const [started, completed] = [
      eventsOf(played.events, 'hold-started')[0],
      eventsOf(played.events, 'hold-completed')[0],
    ];
    expect(completed).toMatchObject({ at: started?.at, end: 'tilted', side: 'left' });
    expect(holdsIn(played).slice(0, 3)).toEqual(['hold-started', 'hold-completed', 'hold-ended']);
  });
});

describe('an exercise with a hold', () => {
  const tilts = (exercise: Exercise, hold: number, needs: number): Played => {
    const options = { repetitions: 2, calm: seconds(0.6), hold: seconds(hold) };
    const asked: Play = { ...play, hold: seconds(needs) };
    return coach(exercise, filmed(exercise, performanceOf(exercise.motion, options), asked), asked);
  };

  it('begins with its first repetition', () => {
    const played = tilts(headTilt, 1.5, 1);
    expect(eventsOf(played.events, 'rep-completed').map(({ number, side }) => [number, side])).toEqual([
      [1, 'left'],
      [1, 'right'],
      [2, 'left'],
      [2, 'right'],
    ]);
    expect(played.attempts).toEqual([]);
  });

  it('begins with one whose hold was too short, which is an attempt', () => {
    const played = tilts(headTilt, 1.5, 6);
    expect(played.repetitions).toBe(0);
    expect(eventsOf(played.events, 'armed')).toHaveLength(1);
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['hold', 'hold', 'hold', 'hold']);
    expect(
      typesOf(played)
        .filter((type) => /^(armed|attempt|rep)/.test(type))
        .slice(0, 3),
    ).toEqual(['armed', 'attempt-opened', 'rep-attempted']);
  });

  it('that is judged by a practice alone waits for it', () => {
    const options = { repetitions: 3, calm: seconds(0.6), hold: seconds(5) };
    const played = coach(
      shoulderBladeSqueeze,
      filmed(shoulderBladeSqueeze, performanceOf(shoulderBladeSqueeze.motion, options), play),
      play,
    );
    for (const kind of ['armed', 'attempt-opened', 'rep-completed', 'rep-attempted'] as const)
      expect(eventsOf(played.events, kind).filter(({ at }) => at < 3500)).toEqual([]);
    expect(eventsOf(played.events, 'phase-changed').map(({ to: phase }) => phase)).toContain('practice');
  });
});
