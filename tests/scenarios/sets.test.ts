import { describe, expect, it } from 'vitest';
import { changeRest } from '../../src/engine/coach/coach.ts';
import { repetitionsIn, resolve, viewOf } from '../../src/engine/rules/plan.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { shoulderFlexion } from '../../src/exercises/shoulder-flexion.ts';
import { loop, type Looped } from '../engine/figure/closed-loop.ts';
import { eventsOf, millis, seconds } from './play.ts';

/* The figure follows the coach, set after set. */

const dose = { sets: 2, reps: 2, hold: seconds(2), rest: seconds(20) };

const restsOf = ({ events }: Looped): readonly number[] => {
  const changes = eventsOf(events, 'phase-changed');
  return changes.flatMap(({ to, at }, index) => (to === 'resting' ? [(changes[index + 1]?.at ?? Infinity) - at] : []));
};

it('are prescribed by an exercise, except where a number of repetitions is asked for', () => {
  const prescribed = exercises.filter((exercise) => exercise.prescription.sets > 1);
  expect(prescribed.length).toBeGreaterThan(0);
  for (const exercise of prescribed) {
    const { sets, reps } = exercise.prescription;
    expect(repetitionsIn(resolve(exercise, viewOf(exercise), {}, 1))).toBe(sets * reps);
    expect(repetitionsIn(resolve(exercise, viewOf(exercise), { reps: 3 }, 1))).toBe(3);
  }
});

describe.each([
  ['judged', { is: 'norm' } as const, 'rep-completed'],
  ['timed', { is: 'timed' } as const, 'repetition-timed'],
] as const)('two sets, %s', (_, range, counted) => {
  it.each([
    ['shoulder-flexion', shoulderFlexion, 1],
    ['head-tilt', headTilt, 2],
  ] as const)('of the %s follow each other after the rest that is prescribed', (_name, exercise, sides) => {
    const looped = loop(resolve(exercise, viewOf(exercise), dose, 1, range));
    const reps = eventsOf(looped.events, counted);
    expect(reps).toHaveLength(2 * 2 * sides);
    expect(new Set(reps.map(({ number }) => number))).toEqual(new Set([1, 2]));
    expect(eventsOf(looped.events, 'set-completed').map(({ set }) => set)).toEqual([1]);
    const [rest, ...more] = restsOf(looped);
    expect(more).toEqual([]);
    expect(Math.abs((rest ?? 0) - dose.rest)).toBeLessThan(150);
    expect(looped.events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(eventsOf(looped.events, 'rep-attempted')).toEqual([]);
  });
});

describe('the rest between two sets', () => {
  const plan = resolve(shoulderFlexion, viewOf(shoulderFlexion), dose, 1);
  const once = (change: Parameters<typeof changeRest>[1]) => {
    let isChanged = false;
    return loop(plan, {
      before: (state) => {
        if (isChanged || state.coaching.phase !== 'resting') return state;
        isChanged = true;
        return changeRest(state, change);
      },
    });
  };

  it('can be ended, and made longer', () => {
    expect(restsOf(once('end'))[0]).toBeLessThan(300);
    expect(Math.abs((restsOf(once({ longerBy: millis(10_000) }))[0] ?? 0) - 30_000)).toBeLessThan(150);
  });

  it('counts down in whole seconds, with the set that follows', () => {
    const { moments } = loop(plan);
    const resting = moments.filter(({ coaching }) => coaching.phase === 'resting').map(({ coaching }) => coaching);
    expect(resting[1]).toMatchObject({ set: 2, ofSets: 2, restSeconds: 20, repetitions: 0, ofRepetitions: 2 });
    expect(new Set(resting.map(({ restSeconds }) => restSeconds)).size).toBeGreaterThan(18);
    expect(
      moments
        .filter(({ coaching }) => coaching.phase !== 'resting')
        .every(({ coaching }) => coaching.restSeconds === undefined),
    ).toBe(true);
  });

  it('does not need the user in view, and takes neutral again after a long absence', () => {
    let isResting = false;
    const looped = loop(plan, {
      before: (state) => {
        isResting = state.coaching.phase === 'resting';
        return state;
      },
      through: (pose) => (isResting ? { ...pose, keypoints: noKeypoints } : pose),
    });
    expect(eventsOf(looped.events, 'not-seen')).toEqual([]);
    expect(eventsOf(looped.events, 'phase-changed').filter(({ to }) => to === 'neutral')).toHaveLength(2);
    expect(eventsOf(looped.events, 'rep-completed')).toHaveLength(4);
  });
});
