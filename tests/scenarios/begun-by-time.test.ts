import { describe, expect, it } from 'vitest';
import { scriptOf, type Keyframe } from '../../src/engine/figure/performance.ts';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { seconds } from '../../src/engine/units.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { concat } from '../../src/engine/figure/performance.ts';
import { arm, to } from './keyframes.ts';
import { coach, eventsOf, filmed, type Play, type Played } from './play.ts';
import { hidden } from './staging.ts';

const play: Play = { framesPerSecond: 10, view: 'front', reps: 4, sets: 1 };

/** Hands on the hips: the upper arms 60 degrees from the trunk. */
const akimbo: JointAngles = { shoulderElevation: 60, elbowFlexion: 100 };

const front = (keyframes: readonly Keyframe[], more: Play = {}): Played => {
  const asked = { ...play, ...more };
  return coach(cheer, filmed(cheer, scriptOf(keyframes), asked), asked);
};

describe('set-up that a user never completes', () => {
  const waiting = front([to(akimbo, 0, 60_000)]);

  it('lets the exercise begin by time after 30 seconds, with the hint that still applies', () => {
    const events = eventsOf(waiting.events, 'begun-by-time');
    expect(events).toMatchObject([{ missing: 'let-arms-hang' }]);
    expect(Math.abs((events[0]?.at ?? 0) - 30_000)).toBeLessThan(500);
    expect(eventsOf(waiting.events, 'armed')).toEqual([]);
  });

  it('is shown with its hint while repetitions are timed', () => {
    expect(waiting.coaching.targets).toBe('timed');
    // What may be the matter takes turns: arms that do not hang, or arms that are hard to see.
    expect(['let-arms-hang', 'arms-hard-to-see']).toContain(waiting.coaching.hint);
    expect(eventsOf(waiting.events, 'repetition-timed').length).toBeGreaterThan(1);
  });

  it('has its phases follow one another', () => {
    const changes = eventsOf(waiting.events, 'phase-changed');
    for (const [index, { from }] of changes.entries()) expect(from).toBe(changes[index - 1]?.to ?? 'looking');
  });

  it('ends with the dose by time', () => {
    const { events, coaching } = front([to(akimbo, 0, 90_000)]);
    expect(eventsOf(events, 'repetition-timed').map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(coaching).toMatchObject({ phase: 'ended', repetitions: 4 });
  });

  it('goes on after the rest between two sets', () => {
    const { events, coaching } = front([to(akimbo, 0, 120_000)], { sets: 2, reps: 2, rest: seconds(5) });
    expect(eventsOf(events, 'begun-by-time').length).toBeGreaterThan(0);
    expect(eventsOf(events, 'set-completed')).toHaveLength(1);
    expect(eventsOf(events, 'repetition-timed')).toHaveLength(4);
    expect(coaching.phase).toBe('ended');
  });
});

describe('an exercise that began by time', () => {
  /** Two repetitions fit in before the arms come down. */
  const lowered = (lifts: number): Played => {
    const lift = [to(arm(165), 1800, 600), to(arm(0), 4000, 600)];
    return front([
      to(akimbo, 0, 48_500),
      to(arm(0), 1500, 8500),
      ...Array.from({ length: lifts }, () => lift).flat(),
      to(arm(0), 0, 2000),
    ]);
  };
  const played = lowered(4);
  const timed = eventsOf(played.events, 'repetition-timed');
  const counted = eventsOf(played.events, 'rep-completed');

  it('is judged once set-up is done', () => {
    const [begun] = eventsOf(played.events, 'begun-by-time');
    const [armed] = eventsOf(played.events, 'armed');
    expect(armed).toMatchObject({ range: 'norm', goals: [{ measure: 'armElevation' }] });
    expect(armed?.at).toBeGreaterThan(begun?.at ?? NaN);
    // The arms hang from 50 s on; neutral takes three seconds.
    expect(Math.abs((armed?.at ?? 0) - 53_500)).toBeLessThan(1500);
    expect(played.coaching.targets).toBe('norm');
  });

  it('has its dose of timed and judged repetitions together', () => {
    expect(timed.length).toBeGreaterThan(0);
    expect(timed.length + counted.length).toBe(4);
    expect(counted.map(({ number }) => number)).toEqual(
      Array.from({ length: counted.length }, (_, index) => timed.length + index + 1),
    );
    expect(played.events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(played.coaching.repetitions).toBe(4);
  });

  it('is timed no longer once it is judged', () => {
    const [armed] = eventsOf(played.events, 'armed');
    expect(timed.filter(({ at }) => at > (armed?.at ?? NaN))).toEqual([]);
  });

  it('counts every repetition by its event, whenever set-up is done', () => {
    // At ten frames a second, set-up is done in each frame around the end of a timed repetition (at 47.4 s).
    for (let shift = 0; shift < 12; shift++) {
      const script = [to(akimbo, 0, 43_500 + 100 * shift), to(arm(0), 300, 8000)];
      const { events, coaching } = front(script, { reps: 9 });
      expect(eventsOf(events, 'repetition-timed')).toHaveLength(coaching.repetitions);
    }
  });

  it('reports when the missing part is seen again, as it reported that it was not', () => {
    const asked: Play = { framesPerSecond: 10, reps: 9, hold: seconds(3) };
    const script = scriptOf([to({ shoulderElevation: 6, elevationPlane: 20, elbowFlexion: 10 }, 0, 45_000)]);
    const { events } = coach(headTilt, filmed(headTilt, script, asked), {
      ...asked,
      through: hidden(/ear|eye/, 0, 40_000),
    });
    expect(eventsOf(events, 'begun-by-time')).toMatchObject([{ missing: 'show-head' }]);
    expect(eventsOf(events, 'not-seen')).toHaveLength(1);
    expect(eventsOf(events, 'seen-again')).toHaveLength(1);
  });

  it('names both sides in its dose where these count apart', () => {
    const asked: Play = { framesPerSecond: 10, reps: 2, hold: seconds(3) };
    const script = concat(
      scriptOf([to(akimbo, 0, 42_000), to({ shoulderElevation: 6, elevationPlane: 20, elbowFlexion: 10 }, 1000, 0)]),
      performanceOf(headTilt.motion, { repetitions: 2, calm: seconds(9), hold: seconds(5) }),
    );
    const { events, coaching } = coach(headTilt, filmed(headTilt, script, asked), asked);
    const sides = [...eventsOf(events, 'repetition-timed'), ...eventsOf(events, 'rep-completed')].map(
      ({ side }) => side,
    );
    expect(eventsOf(events, 'repetition-timed').length).toBeGreaterThan(0);
    expect(sides.filter((side) => side === 'left')).toHaveLength(2);
    expect(sides.filter((side) => side === 'right')).toHaveLength(2);
    expect(coaching).toMatchObject({ phase: 'ended', repetitions: 4 });
  });
});

describe('the exercise does not begin by time', () => {
  it('where no one is in view', () => {
    const { events } = front([to(arm(0), 0, 60_000)], { through: hidden(/./) });
    expect(eventsOf(events, 'begun-by-time')).toEqual([]);
    expect(eventsOf(events, 'repetition-timed')).toEqual([]);
  });

  it('before a user who came late has had 30 seconds', () => {
    const { events } = front([to(akimbo, 0, 60_000)], { through: hidden(/./, 0, 20_000) });
    expect(Math.abs((eventsOf(events, 'begun-by-time')[0]?.at ?? NaN) - 50_000)).toBeLessThan(500);
  });

  it('where set-up is done in time', () => {
    const { events } = front([to(akimbo, 0, 20_000), to(arm(0), 1500, 30_000)]);
    expect(eventsOf(events, 'begun-by-time')).toEqual([]);
    expect(eventsOf(events, 'armed')).toHaveLength(1);
  });
});
