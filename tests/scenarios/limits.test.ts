import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { viewOf } from '../../src/engine/rules/plan.ts';
import type { PerformanceOptions } from '../../src/engine/figure/perform.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { flexionExtension } from '../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { shoulderBladeSqueeze } from '../../src/exercises/shoulder-blade-squeeze.ts';
import { shoulderFlexion } from '../../src/exercises/shoulder-flexion.ts';
import { coach, eventsOf, filmed, perform, rangeIn, type Play, type Played } from './play.ts';
import { hidden, inTurn, poseOf, waysOf } from './staging.ts';
import type { View } from '../../src/engine/pose/view.ts';

const usual: Play = { hold: seconds(1), framesPerSecond: 12 };
const legs = /hip|knee|ankle/;
const head = /nose|eye|ear/;
const named = (of: readonly Exercise[]) => of.map((exercise) => [exercise.id, exercise] as const);
const twice = (exercise: Exercise): PerformanceOptions => ({
  repetitions: 2,
  hold: seconds(2),
  calm: seconds(exercise.motion.start || rangeIn(exercise, {}).is === 'practice' ? 5 : 9),
});

/** The types of the events but those of an exercise that begins by time, since set-up is not done in 30 s. */
const judgedIn = (events: Played['events']): readonly string[] => {
  const begun = events.findIndex(({ type }) => type === 'begun-by-time');
  const byTime = ['begun-by-time', 'phase-changed', 'repetition-timed', 'session-ended'];
  const isByTime = (type: string, index: number) => begun >= 0 && index >= begun && byTime.includes(type);
  if (begun >= 0) expect(events[begun]?.at).toBeGreaterThanOrEqual(30_000);
  return events.flatMap(({ type }, index) => (isByTime(type, index) ? [] : [type]));
};

describe.each(named(exercises))('%s', (_, exercise) => {
  const ways = waysOf(exercise);
  const options = twice(exercise);

  it.each([10, 60])('counts with a fifth of the frames lost, two in a row, at %i a second', (framesPerSecond) => {
    let index = 0;
    const through: Play['through'] = (pose) => ([3, 4].includes(index++ % 10) ? undefined : pose);
    const { repetitions, attempts } = perform(exercise, options, { ...usual, framesPerSecond, through });
    expect(repetitions).toBe(2 * ways);
    expect(attempts).toEqual([]);
  });

  it('asks a user who faces the wrong way to turn, and judges nothing', () => {
    const [view, hint]: readonly [View, Played['hints'][number]] =
      viewOf(exercise) === 'front' ? ['side', 'face-the-camera'] : ['front', 'turn-sideways'];
    const { events, hints } = perform(exercise, options, { ...usual, camera: { view } });
    expect(judgedIn(events)).toEqual([]);
    expect(hints).toEqual([hint]);
  });

  describe('for a user who turns away in training', () => {
    const practice = rangeIn(exercise, {}).is === 'practice';
    const one: PerformanceOptions = { ...options, repetitions: 1, settle: seconds(5) };
    const still: PerformanceOptions = { ...one, repetitions: 0 };
    const parts = [{ ...one, practice }, still, one, still, one];
    const script = inTurn(exercise, ...parts);
    /** Turned by 60 degrees within a second, before the middle one of three repetitions and back after it. */
    const from = millis(inTurn(exercise, ...parts.slice(0, 1)).duration - 500);
    const until = millis(inTurn(exercise, ...parts.slice(0, 3)).duration);
    const yawAt = (at: number): number => 60 * Math.max(0, Math.min(1, (at - from) / 1000, (until + 1000 - at) / 1000));
    const poses = filmed(exercise, script, usual).map(({ at }) =>
      poseOf(exercise, script.jointAnglesAt(at), { yaw: yawAt(at) }, at),
    );
    const played = coach(exercise, poses, usual);

    it('asks the user to turn back', () => {
      expect(new Set(played.cues)).toEqual(
        new Set([viewOf(exercise) === 'front' ? 'face-the-camera' : 'turn-sideways']),
      );
    });

    it('opens no attempt and counts none meanwhile, and continues afterwards', () => {
      const meanwhile = played.events.filter(({ at }) => at > from && at < until + 1000);
      expect(eventsOf(meanwhile, 'attempt-opened')).toEqual([]);
      expect(played.attempts).toEqual([]);
      expect(played.repetitions).toBe(2 * ways);
    });
  });
});

describe.each(named(exercises.filter((exercise) => exercise !== flexionExtension)))('%s', (_, exercise) => {
  it('counts with hips and legs hidden from the beginning, and lists what it cannot judge', () => {
    const played = perform(exercise, twice(exercise), { ...usual, through: hidden(legs) });
    expect(played.repetitions).toBe(2 * waysOf(exercise));
    expect(played.attempts).toEqual([]);
    expect(played.notJudged.length).toBeGreaterThan(0);
  });
});

describe.each(named([butterfly, cheer, shoulderFlexion]))('%s', (_, exercise) => {
  it('counts with the head cut off', () => {
    const played = perform(exercise, twice(exercise), { ...usual, through: hidden(head) });
    expect(played.repetitions).toBe(2);
    expect(played.attempts).toEqual([]);
  });
});

describe('the squeeze with the head cut off, which cannot be distinguished from a shrug', () => {
  it.each(['front', 'side'] as const)(
    'is led by the time alone and counted neither done nor left out, from the %s',
    (view) => {
      const play = { ...usual, view, through: hidden(head) };
      const nothing = { ...twice(shoulderBladeSqueeze), variation: { end: { protraction: 0, clavicleElevation: 0 } } };
      for (const options of [twice(shoulderBladeSqueeze), nothing]) {
        const { events, repetitions, attempts, hints, notJudged } = perform(shoulderBladeSqueeze, options, play);
        expect(eventsOf(events, 'armed')).toEqual([expect.objectContaining({ range: 'timed' })]);
        expect({ repetitions, attempts }).toEqual({ repetitions: 0, attempts: [] });
        expect(hints).toContain('only-the-time');
        expect(notJudged).toContain('neckLength');
      }
    },
  );
});

describe.each([
  [flexionExtension.id, flexionExtension, legs, /hip/, 'show-hips', ['right_hip']],
  [headTilt.id, headTilt, head, /ear|eye/, 'show-head', ['left_eye', 'right_eye', 'left_ear', 'right_ear']],
  [flexionExtension.id, flexionExtension, head, /ear/, 'show-head', ['right_ear']],
] as const)('%s without its primary measure', (_, exercise, part, needed, hint, missing) => {
  it('reports once what is missing, asks for it, and judges nothing', () => {
    const { events, hints, coaching } = perform(exercise, twice(exercise), { ...usual, through: hidden(part) });
    expect(judgedIn(events)).toEqual(['not-seen']);
    const [first] = eventsOf(events, 'not-seen');
    expect(first?.at).toBeGreaterThanOrEqual(2000);
    expect(first?.at).toBeLessThan(2200);
    expect([...(first?.missing ?? [])].toSorted()).toEqual([...missing].toSorted());
    expect(first?.missing.every((name) => needed.test(name))).toBe(true);
    expect(coaching.missing).toEqual(first?.missing);
    expect(hints).toEqual([hint]);
  });

  it('reports when it is seen, and arms', () => {
    const options = { ...twice(exercise), calm: seconds(14) };
    const { events, repetitions } = perform(exercise, options, { ...usual, through: hidden(part, 0, 4000) });
    expect(events.slice(0, 3).map(({ type }) => type)).toEqual(['not-seen', 'seen-again', 'phase-changed']);
    expect(eventsOf(events, 'seen-again')[0]?.at).toBeLessThan(4500);
    expect(eventsOf(events, 'armed')).toHaveLength(1);
    expect(repetitions).toBe(2 * waysOf(exercise));
  });
});

describe('the other view', () => {
  it.each([
    [cheer, 'front'],
    [shoulderBladeSqueeze, 'side'],
  ] as const)('counts as the exercise’s own view does (%#)', (exercise, view) => {
    const { repetitions, attempts, faults } = perform(exercise, twice(exercise), { ...usual, view });
    expect({ repetitions, attempts, faults }).toEqual({ repetitions: 2, attempts: [], faults: [] });
  });
});
