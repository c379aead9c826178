import { describe, expect, it } from 'vitest';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { flexionExtension } from '../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { coach, eventsOf, filmed, perform } from './play.ts';

describe('an exercise whose sides count apart', () => {
  const options = { repetitions: 2, hold: seconds(4) };

  it('counts each side separately, and ends when both are done', () => {
    const { events } = perform(headTilt, options, { reps: 2, hold: seconds(3) });
    const counted = eventsOf(events, 'rep-completed').map(({ side, number }) => [side, number]);
    expect(counted).toEqual([
      ['left', 1],
      ['right', 1],
      ['left', 2],
      ['right', 2],
    ]);
    expect(events.at(-1)?.type).toBe('session-ended');
  });

  it('reads a tilt to the right as far as one to the left', () => {
    const { events } = perform(headTilt, options, { hold: seconds(3) });
    for (const { peak } of eventsOf(events, 'rep-completed')) expect(peak).toBeCloseTo(34, 0);
  });

  it('waits for the other side however often the first is done', () => {
    const { bothWays: _, ...oneWay } = headTilt.motion;
    const leftOnly = { ...headTilt, motion: oneWay };
    const { events } = perform(leftOnly, { ...options, repetitions: 3 }, { reps: 2, hold: seconds(3) });
    expect(eventsOf(events, 'rep-completed').map(({ side }) => side)).toEqual(['left', 'left']);
    expect(eventsOf(events, 'rep-attempted').map(({ side, reason }) => [side, reason.kind])).toEqual([
      ['left', 'dose'],
    ]);
    expect(eventsOf(events, 'session-ended')).toEqual([]);
  });
});

describe('an exercise with two ends', () => {
  const play = { hold: seconds(3) };
  const [flexion = {}, extension = {}] = flexionExtension.motion.ends;
  const start = flexionExtension.motion.start ?? {};
  const through = (...angles: readonly object[]) => {
    const begun = keyframesOf(flexionExtension.motion, { repetitions: 0 }).slice(0, -1);
    const keyframes = angles.flatMap((jointAngles) => [
      { jointAngles, takes: millis(3000), stays: millis(4000) },
      { jointAngles: start, takes: millis(2000), stays: millis(700) },
    ]);
    const rest = { jointAngles: start, takes: millis(500), stays: seconds(9) };
    return coach(flexionExtension, filmed(flexionExtension, scriptOf([...begun, ...keyframes, rest])), play);
  };

  it('counts flexion held and then extension held as one, with a hold for each', () => {
    const played = through(flexion, extension);
    expect(played.repetitions).toBe(1);
    expect(eventsOf(played.events, 'hold-completed').map(({ end }) => end)).toEqual(['flexion', 'extension']);
    expect(played.held).toHaveLength(2);
    expect(played.cues).toEqual([]);
  });

  it('counts nothing in the reverse order', () => {
    const played = through(extension, flexion);
    expect(played.repetitions).toBe(0);
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['order']);
  });

  it('closes flexion alone as out of order, and asks for the lifted chest', () => {
    const played = through(flexion);
    expect(played.attempts.map(({ reason }) => reason)).toEqual([{ kind: 'order' }]);
    expect(played.cues).toEqual(['lift-your-chest']);
  });
});
