import { describe, expect, it } from 'vitest';
import { recalibrate } from '../../src/engine/coach/coach.ts';
import { repetitionsIn, resolve, viewOf } from '../../src/engine/rules/plan.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { sessionTime } from '../../src/engine/units.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { flexionExtension } from '../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { coach, eventsOf, perform, seconds, type Play, type Played } from './play.ts';
import { askedFrom } from './staging.ts';

/* Nothing is judged and no person needs to be seen: 3-2-1, then the time of each repetition. */

const step = 50;
const timed: Play = { reps: 2, hold: seconds(4), range: { is: 'timed' } };

/** A room without a person, for this time. */
const empty = (lasts: number): readonly TimedPose[] =>
  Array.from({ length: Math.floor(lasts / step) }, (_, index) => ({
    at: sessionTime(index * step),
    frame: { width: 480, height: 360 },
    keypoints: noKeypoints,
  }));

const alone = (exercise: Exercise, play: Play = {}): Played => coach(exercise, empty(200_000), { ...timed, ...play });

const named = exercises.map((exercise) => [exercise.id, exercise] as const);

const totalOf = (exercise: Exercise): number =>
  repetitionsIn(resolve(exercise, viewOf(exercise), { reps: 2 }, 1, { is: 'timed' }));

/** Expects that the clock led to the end, with nothing counted, seen, judged or said. */
const expectLed = (exercise: Exercise, { events, coaching, hints, repetitions, cues, faults }: Played) => {
  const total = totalOf(exercise);
  expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'timed', at: 0 })]);
  expect(eventsOf(events, 'repetition-timed')).toHaveLength(total);
  expect(new Set(events.map(({ type }) => type))).toEqual(
    new Set(['armed', 'phase-changed', 'repetition-timed', 'session-ended']),
  );
  expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
  expect({ repetitions, cues, faults, hints }).toEqual({
    repetitions: 0,
    cues: [],
    faults: [],
    hints: ['only-the-time'],
  });
  expect(coaching).toMatchObject({ targets: 'timed', repetitions: total, ofRepetitions: total, notJudged: [] });
};

describe.each(named)('%s, only timed', (_, exercise) => {
  it('is led to its end in an empty room', () => {
    expectLed(exercise, alone(exercise));
  });

  it('is led the same where a user does it, does it wrongly, or only sits there', () => {
    const types = ({ events }: Played) => events.map(({ type, at }) => [type, at]);
    const usual = types(alone(exercise));
    for (const options of [
      { repetitions: 12, calm: seconds(5) },
      { repetitions: 12, calm: seconds(5), variation: { end: { lean: 40, shoulderElevation: 140 } } },
      { repetitions: 0, calm: seconds(150) },
    ]) {
      const played = perform(exercise, { ...options, practice: false }, { ...timed, framesPerSecond: 1000 / step });
      expectLed(exercise, played);
      expect(types(played)).toEqual(usual);
    }
  });

  it('goes through its phases in order, in its own tempo and for its own hold', () => {
    const { out, stay, back, pause } = exercise.motion.tempo;
    const { ends } = resolve(exercise, viewOf(exercise), {}, 1).rules;
    const legs = ends.flatMap(({ held }, index) => [
      ['working', out],
      ['holding', held ? 4000 : stay],
      ['returning', index === ends.length - 1 ? back : back + pause],
    ]);
    const repetition = [['ready', Math.max(2000, pause)], ...legs];
    const expected = [['countdown', 3000], ...Array.from({ length: totalOf(exercise) }, () => repetition).flat()];
    const changes = eventsOf(alone(exercise).events, 'phase-changed');
    expect(changes.slice(0, expected.length).map(({ to }) => to)).toEqual(expected.map(([phase]) => phase));
    for (const [index, [, lasts]] of expected.entries())
      expect((changes[index + 1]?.at ?? NaN) - (changes[index]?.at ?? NaN)).toBeCloseTo(Number(lasts), -2);
    for (const [index, { from }] of changes.entries()) expect(from).toBe(changes[index - 1]?.to ?? 'looking');
  });
});

describe('a repetition that the clock leads', () => {
  it('goes to each side in turn where these count apart', () => {
    const sides = eventsOf(alone(headTilt).events, 'repetition-timed').map(({ side, number }) => [side, number]);
    expect(sides).toEqual([
      ['left', 1],
      ['right', 1],
      ['left', 2],
      ['right', 2],
    ]);
  });

  it('names no side elsewhere', () => {
    for (const event of eventsOf(alone(butterfly).events, 'repetition-timed')) expect(event).not.toHaveProperty('side');
  });

  it('contains to which end and side it leads, and how long is held', () => {
    const towards: unknown[] = [];
    const before: Play['before'] = (state) => {
      const { phase, towards: now } = state.coaching;
      if (phase === 'holding' && JSON.stringify(now) !== JSON.stringify(towards.at(-1))) towards.push(now);
      return state;
    };
    const { sights } = alone(flexionExtension, { before, reps: 1 });
    alone(headTilt, { before, reps: 1 });
    expect(towards).toEqual([
      { end: 'flexion', side: undefined },
      { end: 'extension', side: undefined },
      { end: 'tilted', side: 'left' },
      { end: 'tilted', side: 'right' },
    ]);
    const held = sights.flatMap(({ hold }) => (hold ? [hold] : []));
    expect(held.every(({ ofMs, running }) => ofMs === 4000 && running)).toBe(true);
    expect(Math.max(...held.map(({ heldMs }) => heldMs))).toBe(4000 - step);
  });

  it('counts down 3, 2, 1', () => {
    const numbers: unknown[] = [];
    const before: Play['before'] = (state) => {
      const { countdown } = state.coaching;
      if (countdown !== undefined && countdown !== numbers.at(-1)) numbers.push(countdown);
      return state;
    };
    alone(butterfly, { before });
    expect(numbers).toEqual([3, 2, 1]);
  });

  it('loses no held time to a pause, in which no frame comes', () => {
    const pausedFrom = 9000;
    const later = (pose: TimedPose): TimedPose => ({
      ...pose,
      at: sessionTime(pose.at + (pose.at < pausedFrom ? 0 : 60_000)),
    });
    const [usual, paused] = [alone(butterfly), alone(butterfly, { through: later })];
    const endOf = ({ events }: Played): number => events.at(-1)?.at ?? NaN;
    expectLed(butterfly, paused);
    expect(endOf(paused) - endOf(usual)).toBeCloseTo(60_000 + step, -2);
  });

  it('counts down again where neutral is asked for again, and keeps the repetitions led so far', () => {
    const { events, coaching } = alone(butterfly, { before: askedFrom(20_000, recalibrate) });
    expect(eventsOf(events, 'armed')).toHaveLength(2);
    expect(eventsOf(events, 'repetition-timed').map(({ number }) => number)).toEqual([1, 2]);
    expect(coaching.targets).toBe('timed');
  });
});
